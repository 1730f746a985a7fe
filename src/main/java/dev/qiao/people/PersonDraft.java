package dev.qiao.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a person.
 *
 * @param organization 0 for none
 */
public record PersonDraft(
        @Nullable String login,
        String name,
        @Nullable String mail,
        @Nullable String phone,
        @Nullable String title,
        long organization) {
    private static final String LOGIN = "[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{N}._@-]*";
    private static final String MAIL = "[^@\\s]+@[^@\\s]+";
    private static final String PHONE = "[0-9+() #*-]*";

    /** Stripped, and in small letters where case does not count. Errors: all fields that are wrong. */
    public PersonDraft checked() {
        var wrong = new Wrong();
        var checked = new PersonDraft(
                wrong.small("login", login, 64, LOGIN, "people.login_form"),
                wrong.text("name", name, 1, 100),
                wrong.small("mail", mail, 254, MAIL, "people.mail_form"),
                wrong.small("phone", phone, 40, PHONE, "people.phone_form"),
                wrong.optional("title", title, 100),
                organization);
        wrong.refuse();
        return checked;
    }

    /** The fields in which a person differs from this. */
    public List<String> differences(Person person) {
        var fields = new ArrayList<String>();
        if (!Objects.equals(login, person.login())) fields.add("login");
        if (!name.equals(person.name())) fields.add("name");
        if (!Objects.equals(mail, person.mail())) fields.add("mail");
        if (!Objects.equals(phone, person.phone())) fields.add("phone");
        if (!Objects.equals(title, person.title())) fields.add("title");
        if (organization != person.organization()) fields.add("organization");
        return fields;
    }
}

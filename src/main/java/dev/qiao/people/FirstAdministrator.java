package dev.qiao.people;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Opening;
import dev.qiao.base.Refused;
import dev.qiao.people.SignIn.Source;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How a new desk gets its first administrator: by a code that only who started it can read, or from the command line. */
@Component
public class FirstAdministrator implements Opening {
    private static final String ROLE = "admin";
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 16;

    private final Db db;
    private final People people;
    private final Roles roles;
    private final Passwords passwords;
    private final Failures failures;
    private final SignIn signIn;
    private final String code = new SecureRandom()
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(i -> LETTERS.substring(i, i + 1))
            .collect(Collectors.joining());

    FirstAdministrator(Db db, People people, Roles roles, Passwords passwords, Failures failures, SignIn signIn) {
        this.db = db;
        this.people = people;
        this.roles = roles;
        this.passwords = passwords;
        this.failures = failures;
        this.signIn = signIn;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public void open(URI desk, PrintStream console) {
        if (!wanted()) return;
        console.println("No administrator yet. Open " + desk.resolve("/first") + " and enter this code: "
                + code.replaceAll("(.{4})(?=.)", "$1-"));
    }

    /** Whether nobody has taken this desk over yet. */
    public boolean wanted() {
        return roles.administrators() == 0;
    }

    /**
     * By the code on the console; who makes the account is signed in.
     *
     * @param language in which the page was read
     */
    public SignIn.In byCode(
            String given, PersonDraft draft, String password, Locale language, Source source, Instant now) {
        if (!wanted()) throw Refused.conflict("people.not_first");
        var aims = Failures.aims("first administrator", source, false);
        failures.count(aims, now);
        if (!same(given)) throw Refused.invalid("code", "people.wrong_code");
        failures.forgive(aims);
        var encoded = encoded(draft, password);
        var administrator = db.transact(() -> {
            roles.lockAdministrators();
            if (!wanted()) throw Refused.conflict("people.not_first");
            var person = store(draft, encoded, now);
            people.reads(person.id(), language);
            return person;
        });
        return signIn.trusted(administrator, source, now);
    }

    /** From the command line, also beside other administrators: whoever may run it holds the data. */
    public Person create(PersonDraft draft, String password, Instant now) {
        var encoded = encoded(draft, password);
        return db.transact(() -> store(draft, encoded, now));
    }

    /** Slow, so before anybody waits for it. */
    private String encoded(PersonDraft draft, String password) {
        if (draft.login() == null || draft.login().isBlank()) throw Refused.invalid("login", "people.compulsory");
        var checked = draft.checked();
        return passwords.encoded(checked.login(), checked.name(), password);
    }

    private Person store(PersonDraft draft, String encoded, Instant now) {
        var person = people.add(draft, Set.of(ROLE), Me.QIAO, now);
        passwords.store(person, encoded, now);
        return person;
    }

    private boolean same(String given) {
        var letters = given.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), letters.getBytes(StandardCharsets.UTF_8));
    }
}

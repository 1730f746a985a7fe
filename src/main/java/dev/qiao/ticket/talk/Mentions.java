package dev.qiao.ticket.talk;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.journal.Audience;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Rights;
import dev.qiao.ticket.Conversation;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Who is named in words with {@code @login}. */
@Component
public class Mentions {
    private static final int MOST = 20;
    private static final Pattern LOGIN = Pattern.compile("(?<![\\w.@/])@([A-Za-z0-9][A-Za-z0-9._-]{0,63})");

    private final People people;
    private final Rights rights;

    Mentions(People people, Rights rights) {
        this.people = people;
        this.rights = rights;
    }

    /**
     * The first of them, as far as there are such people, they are here still, and this person may bring them in: those of the desk, and
     * colleagues; who works here may name anybody, but to internal words only those who read them.
     */
    public List<Long> in(String words, Audience audience, Me by) {
        var logins = LOGIN.matcher(words)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .limit(MOST)
                .toList();
        return people.byLogins(logins).values().stream()
                .filter(Person::active)
                .filter(person -> mayBeNamed(person, audience, by))
                .map(Person::id)
                .sorted()
                .toList();
    }

    private boolean mayBeNamed(Person person, Audience audience, Me by) {
        boolean anybody = by.machine() || by.may(Permission.TICKET_WORK);
        if (audience == Audience.PUBLIC
                && (anybody || (by.organization() != 0 && by.organization() == person.organization()))) return true;
        return rights.of(person.id())
                .filter(named -> audience == Audience.PUBLIC
                        ? named.may(Permission.TICKET_WORK)
                        : Conversation.readable(named).contains(audience))
                .isPresent();
    }
}

package dev.qiao.ticket.talk;

import dev.qiao.people.People;
import dev.qiao.people.Person;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Who is named in words with {@code @login}. */
@Component
public class Mentions {
    private static final int MOST = 20;
    private static final Pattern LOGIN = Pattern.compile("(?<![\\w.@/])@([A-Za-z0-9][A-Za-z0-9._-]{0,63})");

    private final People people;

    Mentions(People people) {
        this.people = people;
    }

    /** The first of them, as far as there are such people and they are here still. */
    public List<Long> in(String words) {
        var logins = LOGIN.matcher(words)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .limit(MOST)
                .toList();
        return people.byLogins(logins).values().stream()
                .filter(Person::active)
                .map(Person::id)
                .sorted()
                .toList();
    }
}

package dev.qiao.people;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Persons. */
@Component
public class People {
    private final PersonSql sql;

    People(PersonSql sql) {
        this.sql = sql;
    }

    public Optional<Person> find(long id) {
        return sql.of(List.of(id)).stream().findFirst();
    }

    /** Those that exist, by number. */
    public Map<Long, Person> of(Collection<Long> ids) {
        if (ids.isEmpty()) return Map.of();
        return sql.of(ids).stream().collect(toMap(Person::id, identity()));
    }

    public Optional<Person> byLogin(String login) {
        return sql.byLogin(small(login));
    }

    public Optional<Person> byMail(String mail) {
        return sql.byMail(small(mail));
    }

    /** Those that exist, by login. */
    public Map<String, Person> byLogins(Collection<String> logins) {
        if (logins.isEmpty()) return Map.of();
        return sql.byLogins(logins.stream().map(People::small).toList()).stream()
                .collect(toMap(p -> String.valueOf(p.login()), identity()));
    }

    /** Active persons whose roles allow this; at most 500. */
    public List<Person> able(Permission permission) {
        return sql.able(permission, null, 500);
    }

    static String small(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    static @Nullable String words(@Nullable String q) {
        return q == null || q.isBlank() ? null : small(q);
    }
}

package dev.qiao.people;

import dev.qiao.base.Coded;
import dev.qiao.base.Db;
import dev.qiao.base.Permission;
import dev.qiao.base.Row;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of persons. */
@Component
class PersonSql {
    private static final String PERSON = """
            select p.id, p.login, p.name, p.mail, p.phone, p.title, p.organization_id, p.active, p.language, p.zone,
                   p.theme, p.shortcuts, p.version
            from people.person p
            """;

    private final Db db;

    PersonSql(Db db) {
        this.db = db;
    }

    List<Person> of(Collection<Long> ids) {
        return db.sql(PERSON + "where p.id = any(:ids::bigint[])")
                .bind("ids", ids)
                .list(PersonSql::person);
    }

    Optional<Person> byLogin(String login) {
        return db.sql(PERSON + "where p.login = :login").bind("login", login).optional(PersonSql::person);
    }

    Optional<Person> byMail(String mail) {
        return db.sql(PERSON + "where p.mail = :mail").bind("mail", mail).optional(PersonSql::person);
    }

    List<Person> byLogins(Collection<String> logins) {
        return db.sql(PERSON + "where p.login = any(:logins::text[])")
                .bind("logins", logins)
                .list(PersonSql::person);
    }

    /** In the order of names, from just after this name and number. */
    List<Person> page(@Nullable String words, String afterName, long afterId, int limit) {
        return db.sql(PERSON + """
                where (:words::text is null or position(:words in p.sought) > 0)
                  and (p.name collate "C", p.id) > (:name, :id)
                order by p.name collate "C", p.id limit :limit
                """)
                .bind("words", words)
                .bind("name", afterName)
                .bind("id", afterId)
                .bind("limit", limit)
                .list(PersonSql::person);
    }

    List<Person> able(Permission permission, @Nullable String words, int limit) {
        return db.sql(PERSON + """
                where p.active and (:words::text is null or position(:words in p.sought) > 0)
                  and exists (select from people.person_role g join people.role r on r.id = g.role_id
                              where g.person_id = p.id and :permission = any(r.permissions))
                order by p.name collate "C", p.id limit :limit
                """)
                .bind("words", words)
                .bind("permission", permission)
                .bind("limit", limit)
                .list(PersonSql::person);
    }

    static Person person(Row row) {
        var organization = row.numberOrNull("organization_id");
        return new Person(
                row.number("id"),
                row.textOrNull("login"),
                row.text("name"),
                row.textOrNull("mail"),
                row.textOrNull("phone"),
                row.textOrNull("title"),
                organization == null ? 0 : organization,
                row.yes("active"),
                Locale.forLanguageTag(row.text("language")),
                ZoneId.of(row.text("zone")),
                Coded.of(Theme.class, "theme", row.text("theme")),
                row.yes("shortcuts"),
                row.integer("version"));
    }
}

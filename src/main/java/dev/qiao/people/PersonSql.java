package dev.qiao.people;

import dev.qiao.base.Db;
import dev.qiao.base.Permission;
import dev.qiao.base.Row;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
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
                   p.version
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

    List<Person> byMails(Collection<String> mails) {
        return db.sql(PERSON + "where p.mail = any(:mails::text[])")
                .bind("mails", mails)
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

    List<Person> colleagues(long organization, long except, String words, int limit) {
        return db.sql(PERSON + """
                where p.active and p.organization_id = :organization and p.id <> :except and position(:words in p.sought) > 0
                order by p.name collate "C", p.id limit :limit
                """)
                .bind("organization", organization)
                .bind("except", except)
                .bind("words", words)
                .bind("limit", limit)
                .list(PersonSql::person);
    }

    /** Whose names begin so come first. */
    List<Person> nameable(String words, int limit) {
        return db.sql(PERSON + """
                left join people.organization o on o.id = p.organization_id
                where p.active and (position(:words in p.sought) > 0 or position(:words in lower(o.name)) > 0)
                order by not starts_with(lower(p.name), :words), position(:words in p.sought) = 0, p.name collate "C", p.id
                limit :limit
                """).bind("words", words).bind("limit", limit).list(PersonSql::person);
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

    /** In the order of the drafts. */
    List<Person> insert(List<PersonDraft> drafts) {
        var ids = db.sql(
                        "select nextval(pg_get_serial_sequence('people.person', 'id')) as id from generate_series(1, :n)")
                .bind("n", drafts.size())
                .list(row -> row.number("id"));
        db.sql("""
                insert into people.person (id, login, name, mail, phone, title, organization_id)
                select id, login, name, mail, phone, title, nullif(organization, 0) from unnest(
                    :ids::bigint[], :logins::text[], :names::text[], :mails::text[], :phones::text[], :titles::text[],
                    :organizations::bigint[]) as d (id, login, name, mail, phone, title, organization)
                """)
                .bind("ids", ids)
                .bind("logins", Db.column(drafts, PersonDraft::login))
                .bind("names", Db.column(drafts, PersonDraft::name))
                .bind("mails", Db.column(drafts, PersonDraft::mail))
                .bind("phones", Db.column(drafts, PersonDraft::phone))
                .bind("titles", Db.column(drafts, PersonDraft::title))
                .bind("organizations", Db.column(drafts, PersonDraft::organization))
                .update();
        return of(ids).stream().sorted(Comparator.comparingLong(Person::id)).toList();
    }

    int update(long id, PersonDraft draft, int version) {
        return db.sql("""
                update people.person
                set login = :login, name = :name, mail = :mail, phone = :phone, title = :title,
                    organization_id = nullif(:organization::bigint, 0), version = version + 1
                where id = :id and version = :version
                """)
                .bind("login", draft.login())
                .bind("name", draft.name())
                .bind("mail", draft.mail())
                .bind("phone", draft.phone())
                .bind("title", draft.title())
                .bind("organization", draft.organization())
                .bind("id", id)
                .bind("version", version)
                .update();
    }

    void activate(long id, boolean active) {
        db.sql("update people.person set active = :active, version = version + 1 where id = :id")
                .bind("active", active)
                .bind("id", id)
                .updateOne();
    }

    /** Whether this person is active, held until the transaction ends; empty when there is no such person. */
    Optional<Person> hold(long id) {
        return db.sql(PERSON + "where p.id = :id for share of p").bind("id", id).optional(PersonSql::person);
    }

    /** Signs out everywhere, and voids tokens and links. */
    void lockOut(long id) {
        for (var table : List.of("session", "token", "device", "invitation")) {
            db.sql("delete from people." + table + " where person_id = :id")
                    .bind("id", id)
                    .update();
        }
    }

    void prefer(long id, Locale language, ZoneId zone) {
        db.sql("update people.person set language = :language, zone = :zone, version = version + 1 where id = :id")
                .bind("language", language.toLanguageTag())
                .bind("zone", zone.getId())
                .bind("id", id)
                .updateOne();
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
                row.integer("version"));
    }
}

package dev.qiao.channel;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Row;
import dev.qiao.journal.Recorded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of notices. */
@Component
class NoticeSql {
    /** What one person is told of one entry. */
    record Told(Recorded entry, long person, String key, List<Object> arguments) {}

    private static final int COUNTED = 1000;

    private final Db db;

    NoticeSql(Db db) {
        this.db = db;
    }

    /** In one statement; the first of an entry for the same person stands. */
    void insert(List<Told> told) {
        if (told.isEmpty()) return;
        db.sql("""
                insert into channel.notice (person_id, entry, at, key, arguments, kind, subject, actor)
                select * from unnest(:people::bigint[], :entries::bigint[], :ats::timestamptz[], :keys::text[], :arguments::jsonb[],
                                     :kinds::text[], :subjects::bigint[], :actors::bigint[])
                on conflict (entry, person_id) do nothing
                """)
                .bind("people", column(told, Told::person))
                .bind("entries", column(told, t -> t.entry().id()))
                .bind("ats", column(told, t -> t.entry().at()))
                .bind("keys", column(told, Told::key))
                .bind("arguments", column(told, t -> Json.of(t.arguments())))
                .bind("kinds", column(told, t -> t.entry().kind()))
                .bind("subjects", column(told, t -> t.entry().subject()))
                .bind("actors", column(told, t -> t.entry().actor()))
                .update();
    }

    /** Newest first, those before the given one. */
    List<Notice> page(long person, boolean unreadOnly, @Nullable Long before, int limit) {
        return db.sql("""
                select id, entry, at, key, arguments::text as arguments, kind, subject, actor, read_at
                  from channel.notice
                 where person_id = :person and id < :before %s
                 order by id desc
                 limit :limit
                """.formatted(unreadOnly ? "and read_at is null" : ""))
                .bind("person", person)
                .bind("before", before == null ? Long.MAX_VALUE : before)
                .bind("limit", limit)
                .list(NoticeSql::notice);
    }

    /** Counts no further than a thousand. */
    long unread(long person) {
        return db.sql("""
                select count(*) as unread
                  from (select 1 from channel.notice where person_id = :person and read_at is null limit :most) newest
                """).bind("person", person).bind("most", COUNTED).one(row -> row.number("unread"));
    }

    @Nullable
    Notice find(long id, long person) {
        return db.sql("""
                select id, entry, at, key, arguments::text as arguments, kind, subject, actor, read_at
                  from channel.notice where id = :id and person_id = :person
                """)
                .bind("id", id)
                .bind("person", person)
                .optional(NoticeSql::notice)
                .orElse(null);
    }

    void read(long id, long person, Instant now) {
        db.sql("update channel.notice set read_at = :now where id = :id and person_id = :person and read_at is null")
                .bind("id", id)
                .bind("person", person)
                .bind("now", now)
                .update();
    }

    /** All up to one, so that what came meanwhile stays unread. */
    int readUpTo(long last, long person, Instant now) {
        return db.sql(
                        "update channel.notice set read_at = :now where person_id = :person and id <= :last and read_at is null")
                .bind("person", person)
                .bind("last", last)
                .bind("now", now)
                .update();
    }

    int purge(Instant until, int most) {
        return db.sql("""
                delete from channel.notice
                 where id in (select id from channel.notice where read_at < :until order by read_at limit :most for update skip locked)
                """).bind("until", until).bind("most", most).update();
    }

    private static Notice notice(Row row) {
        return new Notice(
                row.number("id"),
                row.number("entry"),
                row.instant("at"),
                row.text("key"),
                List.of(row.json("arguments").as(Object[].class)),
                row.text("kind"),
                row.number("subject"),
                row.number("actor"),
                row.instantOrNull("read_at"));
    }
}

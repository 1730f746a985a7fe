package dev.qiao.calendar;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of calendars. */
@Component
class CalendarSql {
    record Named(long id, String code, String name) {}

    record Stored(long calendar, long revision, Instant from, Rules rules) {}

    record Newest(long calendar, String name, long revision, Rules rules) {}

    private final Db db;

    CalendarSql(Db db) {
        this.db = db;
    }

    long revision() {
        return db.sql("select value from calendar.revision").one(row -> row.number("value"));
    }

    /** Changes wait for each other here. */
    long nextRevision() {
        return db.sql("update calendar.revision set value = value + 1 returning value")
                .one(row -> row.number("value"));
    }

    List<Named> calendars() {
        return db.sql("select id, code, name from calendar.calendar order by id limit 1000")
                .list(row -> new Named(row.number("id"), row.text("code"), row.text("name")));
    }

    List<Stored> editions() {
        return db.sql("""
                select calendar, revision, starts_at, rules::text as rules
                from calendar.edition order by calendar, revision limit 100000
                """).list(CalendarSql::read);
    }

    Optional<Newest> newest(String code) {
        return db.sql("""
                select e.calendar, c.name, e.revision, e.rules::text as rules
                from calendar.calendar c join calendar.edition e on e.calendar = c.id
                where c.code = :code order by e.revision desc limit 1
                """)
                .bind("code", code)
                .optional(row -> new Newest(
                        row.number("calendar"),
                        row.text("name"),
                        row.number("revision"),
                        RulesDocument.read(row.json("rules"))));
    }

    private static Stored read(Row row) {
        return new Stored(
                row.number("calendar"),
                row.number("revision"),
                Objects.requireNonNullElse(row.instantOrNull("starts_at"), Instant.MIN),
                RulesDocument.read(row.json("rules")));
    }

    OptionalLong insert(String code, String name) {
        return db.sql("""
                insert into calendar.calendar (code, name) values (:code, :name)
                on conflict (code) do nothing returning id
                """).bind("code", code).bind("name", name).list(row -> row.number("id")).stream()
                .mapToLong(id -> id)
                .findFirst();
    }

    void rename(long id, String name) {
        db.sql("update calendar.calendar set name = :name where id = :id")
                .bind("name", name)
                .bind("id", id)
                .updateOne();
    }

    /** From is null for the first edition: it has always held. A later one never begins before its forerunner. */
    void insert(long calendar, long revision, @Nullable Instant from, Rules rules, long actor, Instant now) {
        db.sql("""
                insert into calendar.edition (calendar, revision, starts_at, rules, made_by, made_at)
                select :calendar, :revision, greatest(:from::timestamptz, max(starts_at)), :rules::jsonb, :actor, :now
                from calendar.edition where calendar = :calendar
                """)
                .bind("calendar", calendar)
                .bind("revision", revision)
                .bind("from", from)
                .bind("rules", RulesDocument.write(rules))
                .bind("actor", actor)
                .bind("now", now)
                .updateOne();
    }
}

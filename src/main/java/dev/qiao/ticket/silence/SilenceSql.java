package dev.qiao.ticket.silence;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.ticket.Weight.Priority;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Since when each open ticket is silent, and how long it may be. */
@Repository
class SilenceSql {
    /** @param dueAt when that is too long; null: never */
    record Silence(long number, Instant since, @Nullable Instant dueAt) {}

    private final Db db;

    SilenceSql(Db db) {
        this.db = db;
    }

    Map<Priority, Integer> limits() {
        record Line(Priority priority, int hours) {}
        var lines = db.sql("select priority, hours from ticket.silence_limit limit 10")
                .list(row -> new Line(row.word("priority", Priority.class), row.integer("hours")));
        var limits = new EnumMap<Priority, Integer>(Priority.class);
        lines.forEach(line -> limits.put(line.priority(), line.hours()));
        return limits;
    }

    void limits(Map<Priority, Integer> wanted) {
        db.sql("delete from ticket.silence_limit").update();
        var lines = List.copyOf(wanted.entrySet());
        db.sql("""
                insert into ticket.silence_limit (priority, hours) select * from unnest(:priorities::text[], :hours::int[])
                """)
                .bind("priorities", Db.column(lines, Map.Entry::getKey))
                .bind("hours", Db.column(lines, Map.Entry::getValue))
                .update();
    }

    Map<Long, Instant> since(Collection<Long> numbers) {
        record Line(long number, Instant since) {}
        return db
                .sql("select number, since from ticket.silence where number = any(:numbers::bigint[])")
                .bind("numbers", numbers)
                .list(row -> new Line(row.number("number"), row.instant("since")))
                .stream()
                .collect(toMap(Line::number, Line::since));
    }

    void put(List<Silence> rows) {
        db.sql("""
                insert into ticket.silence as s (number, since, due_at)
                select * from unnest(:numbers::bigint[], :sinces::timestamptz[], :dues::timestamptz[])
                on conflict (number) do update
                set since = excluded.since, told = s.told and s.since = excluded.since,
                    due_at = case when s.told and s.since = excluded.since then null else excluded.due_at end
                """)
                .bind("numbers", Db.column(rows, Silence::number))
                .bind("sinces", Db.column(rows, Silence::since))
                .bind("dues", Db.column(rows, Silence::dueAt))
                .update();
    }

    void forget(Collection<Long> numbers) {
        db.sql("delete from ticket.silence where number = any(:numbers::bigint[])")
                .bind("numbers", numbers)
                .update();
    }

    List<Long> due(Instant now, int limit) {
        return db.sql("select number from ticket.silence where due_at <= :now order by due_at limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .list(row -> row.number("number"));
    }

    /** Holds the rows in the order of their tickets, as far as there are any. */
    void hold(Collection<Long> numbers) {
        db.sql("select number from ticket.silence where number = any(:numbers::bigint[]) order by number for update")
                .bind("numbers", numbers)
                .list(row -> row.number("number"));
    }

    /** Takes what is due of these tickets, which are held; each silence is told once. */
    List<Silence> take(Collection<Long> numbers, Instant now) {
        hold(numbers);
        return db.sql("""
                update ticket.silence s set due_at = null, told = true
                 where s.number = any(:numbers::bigint[]) and s.due_at <= :now
                returning s.number, s.since
                """)
                .bind("now", now)
                .bind("numbers", numbers)
                .list(row -> new Silence(row.number("number"), row.instant("since"), null));
    }
}

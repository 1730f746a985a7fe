package dev.qiao.ticket.nudge;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** Who asked to be quicker, and when. */
@Repository
class NudgeSql {
    private final Db db;

    NudgeSql(Db db) {
        this.db = db;
    }

    void insert(long number, long person, Instant at) {
        db.sql("insert into ticket.nudge (number, person_id, at) values (:number, :person, :at)")
                .bind("number", number)
                .bind("person", person)
                .bind("at", at)
                .updateOne();
    }

    /** This person's last one on each of these; tickets without any are left out. */
    Map<Long, Instant> last(Collection<Long> numbers, long person) {
        return db
                .sql("""
                        select number, max(at) as at from ticket.nudge
                         where number = any(:numbers::bigint[]) and person_id = :person group by number
                        """)
                .bind("numbers", numbers)
                .bind("person", person)
                .list(row -> Map.entry(row.number("number"), row.instant("at")))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Nudge> of(long number, int limit) {
        return db.sql(
                        "select id, number, person_id, at from ticket.nudge where number = :number order by id desc limit :limit")
                .bind("number", number)
                .bind("limit", limit)
                .list(NudgeSql::nudge);
    }

    /** Tickets without any are left out. */
    Map<Long, Integer> counts(Collection<Long> numbers) {
        record Line(long number, int count) {}
        return db
                .sql("""
                        select number, count(*)::int as n from ticket.nudge where number = any(:numbers::bigint[]) group by number
                        """)
                .bind("numbers", numbers)
                .list(row -> new Line(row.number("number"), row.integer("n")))
                .stream()
                .collect(toMap(Line::number, Line::count));
    }

    private static Nudge nudge(Row row) {
        return new Nudge(row.number("id"), row.number("number"), row.number("person_id"), row.instant("at"));
    }
}

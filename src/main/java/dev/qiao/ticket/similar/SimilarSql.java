package dev.qiao.ticket.similar;

import dev.qiao.base.Db;
import dev.qiao.people.Sight;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The newest open tickets in sight whose words have some of these. */
@Repository
class SimilarSql {
    /** So many of the newest open ones of each way of seeing are compared, never more: this is asked while somebody types. */
    private static final int COMPARED = 1_000;

    private static final int MOST = 40;

    record Found(long number, String title, Stage.Name stage) {}

    private final Db db;

    SimilarSql(Db db) {
        this.db = db;
    }

    /** An incident that was solved. */
    record Past(long number, String title, @Nullable Long service, String solution, Instant resolvedAt) {}

    /** Those of the newest that were solved, with words about how. */
    List<Past> solved(String query, long except, Sight sight) {
        var seen = sight.branches("t", Tickets.KIND, "number").stream()
                .map(branch -> """
                        (select t.number, t.title, t.service_id, t.solution, t.resolved_at from ticket.ticket t
                          where (%s) and t.stage in ('resolved', 'closed') and t.number <> :except and t.kind = 'incident'
                            and t.solution <> '' and t.resolved_at is not null
                          order by t.number desc limit %d)
                        """.formatted(branch, COMPARED))
                .collect(Collectors.joining(" union all "));
        return sight.bind(db.sql("""
                        select t.number, t.title, t.service_id, t.solution, t.resolved_at from (%s) t
                          join ticket.words w on w.number = t.number
                         where w.words @@ :query::tsquery
                         order by ts_rank(w.words, :query::tsquery) desc, t.number desc limit :most
                        """.formatted(seen)))
                .bind("query", query)
                .bind("except", except)
                .bind("most", MOST)
                .list(row -> new Past(
                        row.number("number"),
                        row.text("title"),
                        row.numberOrNull("service_id"),
                        row.text("solution"),
                        row.instant("resolved_at")));
    }

    /** Open incidents about these services that came in this time, from machines or from people; the newest first. */
    List<Similar.Near> near(
            Collection<Long> services,
            Instant from,
            Instant until,
            boolean machines,
            long except,
            int most,
            Sight sight) {
        var seen = sight.branches("t", Tickets.KIND, "number").stream()
                .map(branch -> """
                        (select t.number, t.title, t.opened_at, t.service_id, t.source from ticket.ticket t
                          where (%s) and t.stage in ('waiting', 'working', 'on_hold') and t.number <> :except and t.kind = 'incident'
                          order by t.number desc limit %d)
                        """.formatted(branch, COMPARED))
                .collect(Collectors.joining(" union all "));
        return sight.bind(db.sql("""
                        select distinct t.number, t.title, t.opened_at from (%s) t
                         where t.service_id = any(:services::bigint[]) and t.opened_at between :from and :until
                           and (t.source = 'monitoring') = :machines
                         order by t.number desc limit :most
                        """.formatted(seen)))
                .bind("services", services)
                .bind("from", from)
                .bind("until", until)
                .bind("machines", machines)
                .bind("except", except)
                .bind("most", most)
                .list(row -> new Similar.Near(row.number("number"), row.text("title"), row.instant("opened_at")));
    }

    List<Found> find(String query, long except, Sight sight) {
        var seen = sight.branches("t", Tickets.KIND, "number").stream()
                .map(branch -> """
                        (select t.number, t.title, t.stage from ticket.ticket t
                          where (%s) and t.stage in ('waiting', 'working', 'on_hold') and t.number <> :except
                          order by t.number desc limit %d)
                        """.formatted(branch, COMPARED))
                .collect(Collectors.joining(" union all "));
        return sight.bind(db.sql("""
                        select t.number, t.title, t.stage from (%s) t
                          join ticket.words w on w.number = t.number
                         where w.words @@ :query::tsquery
                         order by ts_rank(w.words, :query::tsquery) desc, t.number desc limit :most
                        """.formatted(seen)))
                .bind("query", query)
                .bind("except", except)
                .bind("most", MOST)
                .list(row -> new Found(row.number("number"), row.text("title"), row.word("stage", Stage.Name.class)));
    }
}

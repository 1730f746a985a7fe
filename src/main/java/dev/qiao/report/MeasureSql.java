package dev.qiao.report;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.people.Sight;
import dev.qiao.report.Targets.Mark;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Measures as SQL over the views that other rooms publish. Each measure is a set of rows {@code (number, at, amount, good)}: the
 * ticket, the moment by which it counts, minutes for a mean, and whether it did what was promised. A figure is made of the very rows
 * that stand behind it. Warnings are promised something of their own, and count in none of these.
 */
@Repository
class MeasureSql {
    private static final String TICKET = "ticket";
    /** When a fault began: with the first signal before it was reported, else as was stated, else with the report. */
    private static final String BEGAN = """
            least(coalesce((select s.at from signal.first_signal_published s where s.number = t.number and s.at <= t.opened_at),
                           t.started_at, t.opened_at), t.opened_at)""";

    /** @param value minutes or percent */
    record Total(@Nullable Double value, long n, long missed) {}

    /** @param amount minutes; null where only the promise counts */
    record Line(
            long number, String title, Instant at, @Nullable Double amount, boolean good) {}

    /** @param week Monday in the zone asked for */
    record Week(Instant week, @Nullable Double value, long n) {}

    private final Db db;

    MeasureSql(Db db) {
        this.db = db;
    }

    Total total(Measure measure, Period period, double goal, Sight sight, Instant now) {
        return query(
                        "select " + value(measure)
                                + " as value, count(*) as n, count(*) filter (where not good) as missed from (%s) r",
                        measure,
                        period,
                        goal,
                        sight,
                        now)
                .one(row -> new Total(row.decimalOrNull("value"), row.number("n"), row.number("missed")));
    }

    /** By weeks that begin on Monday. */
    List<Week> weeks(Measure measure, Period period, double goal, ZoneId zone, Sight sight, Instant now) {
        return query("""
                        select date_trunc('week', at, :zone) as week, %s as value, count(*) as n from (%%s) r
                         group by 1 order by 1 limit 60
                        """.formatted(value(measure)), measure, period, goal, sight, now)
                .bind("zone", zone.getId())
                .list(row -> new Week(row.instant("week"), row.decimalOrNull("value"), row.number("n")));
    }

    /** Those behind a figure, what went wrong first, then the slowest; at most {@code limit} after {@code mark}. */
    List<Line> behind(
            Measure measure, Period period, double goal, int limit, @Nullable Mark mark, Sight sight, Instant now) {
        boolean bad = measure == Measure.REPEAT_30D || measure == Measure.REOPENED;
        return query("""
                        select r.number, p.title, r.at, r.amount::double precision as amount, r.good
                          from (%s) r join ticket.published p on p.number = r.number
                         where :first or (r.good = :bad, coalesce(r.amount::double precision, -1), r.number)
                               < (:wrong::boolean, :amount::double precision, :number::bigint)
                         order by r.good = :bad desc, coalesce(r.amount::double precision, -1) desc, r.number desc limit :limit
                        """, measure, period, goal, sight, now)
                .bind("bad", bad)
                .bind("first", mark == null)
                .bind("wrong", mark != null && mark.good() == bad)
                .bind("amount", mark == null || mark.amount() == null ? -1.0 : mark.amount())
                .bind("number", mark == null ? 0 : mark.number())
                .bind("limit", limit)
                .list(MeasureSql::line);
    }

    private Db.Query query(String outer, Measure measure, Period period, double goal, Sight sight, Instant now) {
        var seen = sight.condition("t", TICKET, "number");
        return sight.bind(db.sql(outer.formatted(rows(measure, seen))))
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("goal", goal)
                .bind("now", now);
    }

    private static String value(Measure measure) {
        return switch (measure.unit) {
            case MINUTES -> "avg(amount)::double precision";
            case PERCENT -> "(100.0 * count(*) filter (where good) / nullif(count(*), 0))::double precision";
        };
    }

    private static String rows(Measure measure, String seen) {
        return switch (measure) {
            case MTTR -> """
                    select t.number, t.restored_at as at, m.minutes as amount, m.minutes <= :goal as good
                      from ticket.published t
                     cross join lateral (select %s as at) b
                     cross join lateral (
                       select greatest(0, extract(epoch from t.restored_at - b.at)
                              - coalesce((select sum(greatest(0, extract(epoch from
                                    least(coalesce(p.resumed_at, t.restored_at), t.restored_at)
                                    - greatest(p.paused_at, b.at))))
                                  from sla.pauses_published p
                                 where p.kind = 'ticket' and p.subject = t.number and p.paused_at < t.restored_at), 0)) / 60 as minutes
                     ) m
                     where t.kind = 'incident' and t.restored_at >= :from and t.restored_at < :to and %s
                    """.formatted(BEGAN, seen);
            case DETECT_MEAN -> """
                    select t.number, t.opened_at as at, extract(epoch from t.opened_at - b.at) / 60 as amount, true as good
                      from ticket.published t
                     cross join lateral (select %s as at) b
                     where t.kind = 'incident' and t.opened_at >= :from and t.opened_at < :to
                       and (t.started_at is not null or b.at < t.opened_at) and %s
                    """.formatted(BEGAN, seen);
            case ACCEPT_MEAN -> """
                    select t.number, t.opened_at as at, extract(epoch from t.accepted_at - t.opened_at) / 60 as amount, true as good
                      from ticket.published t
                     where t.kind = 'incident' and t.opened_at >= :from and t.opened_at < :to and t.accepted_at is not null and %s
                    """.formatted(seen);
            case SOLVED_24H -> """
                    select t.number, t.responded_at as at,
                           extract(epoch from coalesce(t.resolved_at, :now) - t.responded_at) / 60 as amount,
                           coalesce(t.resolved_at <= t.responded_at + interval '24 hours', false) as good
                      from ticket.published t
                     where t.source <> 'warning' and t.responded_at >= :from and t.responded_at < :to
                       and (t.resolved_at is not null or t.responded_at <= :now::timestamptz - interval '24 hours') and %s
                    """.formatted(seen);
            case RESPONSE_URGENT -> clocks("response", " and c.priority = 'urgent'", seen);
            case RESPONSE_IMPORTANT -> clocks("response", " and c.priority = 'important'", seen);
            case RESPONSE_NORMAL -> clocks("response", " and c.priority = 'normal'", seen);
            case CRITICAL_4H -> clocks("resolution", " and c.priority = 'urgent' and t.kind = 'incident'", seen);
            case RESPONSE_RATE -> clocks("response", "", seen);
            case RESPONSE_MEAN -> """
                    select t.number, t.opened_at as at, c.spent_seconds / 60.0 as amount, c.outcome = 'met' as good
                      from ticket.published t
                      join sla.clocks_published c on c.kind = 'ticket' and c.subject = t.number and c.metric = 'response'
                     where t.source <> 'warning' and t.opened_at >= :from and t.opened_at < :to and c.stopped_at is not null
                       and t.responded_at is not null and %s
                    """.formatted(seen);
            case SATISFACTION -> """
                    select t.number, f.rated_at as at, f.stars as amount, f.stars >= 4 as good
                      from feedback.published f join ticket.published t on t.number = f.number
                     where f.rated_at >= :from and f.rated_at < :to and %s
                    """.formatted(seen);
            case FIRST_TIME_FIX -> resolved("t.handed_over = 0 and t.reopened = 0", seen);
            case REOPENED -> resolved("t.reopened > 0", seen);
            case EARLY_WARNING -> """
                    select t.number, t.opened_at as at, null::numeric as amount, f.warning is not null as good
                      from signal.foreseen_published f join ticket.published t on t.number = f.number
                     where t.kind = 'incident' and t.opened_at >= :from and t.opened_at < :to and %s
                    """.formatted(seen);
            case FOLLOW_UP_COVERAGE -> """
                    select t.number, t.closed_at as at, null::numeric as amount,
                           exists (select 1 from feedback.call_published c where c.number = t.number and c.reached) as good
                      from ticket.published t
                     where t.source not in ('warning', 'monitoring') and t.outcome is distinct from 'cancelled'
                       and t.closed_at >= :from and t.closed_at < :to and %s
                    """.formatted(seen);
            case REPEAT_30D -> """
                    select t.number, t.opened_at as at, null::numeric as amount, exists (
                             select 1 from ticket.published e
                              where e.requester_id = t.requester_id and e.number < t.number and e.kind = 'incident'
                                and e.service_id = t.service_id and e.restored_at <= t.opened_at
                                and e.restored_at > t.opened_at - interval '30 days') as good
                      from ticket.published t
                     where t.kind = 'incident' and t.service_id is not null and t.opened_at >= :from and t.opened_at < :to and %s
                    """.formatted(seen);
        };
    }

    /**
     * Promises of tickets opened in the period that were met or broken by now. What its requester took back before anybody had
     * answered was not answered in time: it counts only if the promise was broken by then.
     */
    private static String clocks(String metric, String more, String seen) {
        return """
                select t.number, t.opened_at as at, c.spent_seconds / 60.0 as amount, coalesce(c.outcome, 'breached') = 'met' as good
                  from ticket.published t
                  join sla.clocks_published c on c.kind = 'ticket' and c.subject = t.number and c.metric = '%s'
                 where t.source <> 'warning' and t.opened_at >= :from and t.opened_at < :to and (c.outcome is not null or c.due_at < :now)
                   and (c.outcome is distinct from 'met' or t.responded_at is not null)%s and %s
                """.formatted(metric, more, seen);
    }

    private static String resolved(String good, String seen) {
        return """
                select t.number, t.resolved_at as at, null::numeric as amount, %s as good
                  from ticket.published t
                 where t.source <> 'warning' and t.resolved_at >= :from and t.resolved_at < :to and %s
                """.formatted(good, seen);
    }

    private static Line line(Row row) {
        return new Line(
                row.number("number"),
                row.text("title"),
                row.instant("at"),
                row.decimalOrNull("amount"),
                row.yes("good"));
    }
}

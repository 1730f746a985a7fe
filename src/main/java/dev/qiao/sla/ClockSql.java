package dev.qiao.sla;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Origin;
import dev.qiao.base.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;

/** The table of clocks. */
@Component
class ClockSql {
    private static final String COLUMNS = """
            c.kind, c.subject, c.metric, c.origin, c.terms, c.priority, c.revision, c.started_at, c.budget_seconds, c.spent_micros,
            c.as_of, c.paused_at, c.stopped_at, c.half_at, c.three_quarters_at, c.due_at, c.told, c.climbed
            """;
    private static final String VALUES = """
            select * from unnest(:kind::text[], :subject::bigint[], :metric::text[], :origin::text[], :terms::bigint[],
                :priority::text[], :revision::bigint[], :started::timestamptz[], :budget::bigint[], :spent::bigint[],
                :as_of::timestamptz[], :paused::timestamptz[], :stopped::timestamptz[], :half::timestamptz[],
                :three_quarters::timestamptz[], :due::timestamptz[], :told::integer[], :next::timestamptz[], :climbed::text[],
                :rung::timestamptz[])
            """;

    /** Where a walk through all clocks stands. */
    record Key(Subject subject, String metric) {
        static final Key FIRST = new Key(new Subject("", 0), "");

        static Key of(StoredClock clock) {
            return new Key(clock.subject(), clock.clock().metric().code());
        }
    }

    private final Db db;

    ClockSql(Db db) {
        this.db = db;
    }

    void insert(List<StoredClock> clocks) {
        bind(db.sql("""
                insert into sla.clock (kind, subject, metric, origin, terms, priority, revision, started_at, budget_seconds,
                    spent_micros, as_of, paused_at, stopped_at, half_at, three_quarters_at, due_at, told, next_at, climbed, rung_at)
                """ + VALUES), clocks).update();
    }

    void update(List<StoredClock> clocks) {
        if (clocks.isEmpty()) return;
        int written = bind(db.sql("""
                update sla.clock c set origin = n.origin, terms = n.terms, priority = n.priority, revision = n.revision,
                    budget_seconds = n.budget, spent_micros = n.spent, as_of = n.as_of, paused_at = n.paused,
                    stopped_at = n.stopped, half_at = n.half, three_quarters_at = n.three_quarters, due_at = n.due,
                    told = n.told, next_at = n.next, climbed = n.climbed, rung_at = n.rung
                from (%s) as n (kind, subject, metric, origin, terms, priority, revision, started, budget, spent, as_of, paused,
                    stopped, half, three_quarters, due, told, next, climbed, rung)
                where c.kind = n.kind and c.subject = n.subject and c.metric = n.metric
                """.formatted(VALUES)), clocks).update();
        if (written != clocks.size())
            throw new IllegalStateException("expected to write %d clocks, wrote %d".formatted(clocks.size(), written));
    }

    List<StoredClock> of(String kind, Collection<Long> subjects, LongFunction<Terms> terms) {
        return db.sql("""
                select %s from sla.clock c
                where c.kind = :kind and c.subject = any(:subjects::bigint[])
                order by c.subject, c.metric desc
                """.formatted(COLUMNS))
                .bind("kind", kind)
                .bind("subjects", subjects)
                .list(row -> read(row, terms));
    }

    /** The same, to be changed; two who change the same subjects wait for each other. */
    List<StoredClock> lock(String kind, Collection<Long> subjects, LongFunction<Terms> terms) {
        return db.sql("""
                select %s from sla.clock c
                where c.kind = :kind and c.subject = any(:subjects::bigint[])
                order by c.subject, c.metric desc for update
                """.formatted(COLUMNS))
                .bind("kind", kind)
                .bind("subjects", subjects)
                .list(row -> read(row, terms));
    }

    /** Open clocks that were computed with calendars older than this revision, to be changed. */
    List<StoredClock> lockOlder(long revision, int limit, LongFunction<Terms> terms) {
        return db.sql("""
                select %s from sla.clock c
                where c.stopped_at is null and c.revision < :revision
                order by c.revision limit :limit for update skip locked
                """.formatted(COLUMNS))
                .bind("revision", revision)
                .bind("limit", limit)
                .list(row -> read(row, terms));
    }

    /** Open clocks of an imported past, to be changed. */
    List<StoredClock> lockImported(int limit, LongFunction<Terms> terms) {
        return db.sql("""
                select %s from sla.clock c
                where c.stopped_at is null and c.origin = 'import'
                limit :limit for update skip locked
                """.formatted(COLUMNS)).bind("limit", limit).list(row -> read(row, terms));
    }

    /** Takes the steps that are due, the earliest first, and answers with the clocks that took one. */
    List<StoredClock> tell(Instant now, int limit, LongFunction<Terms> terms) {
        return db.sql("""
                with due as materialized (
                    select kind, subject, metric, three_quarters_at, due_at,
                        case when due_at < :now then 100 when three_quarters_at <= :now then 75 else 50 end as told
                    from sla.clock where next_at <= :now order by next_at limit :limit for update skip locked)
                update sla.clock c set told = d.told, next_at = case d.told
                    when 50 then coalesce(d.three_quarters_at, d.due_at + interval '1 microsecond')
                    when 75 then d.due_at + interval '1 microsecond' end
                from due d
                where c.kind = d.kind and c.subject = d.subject and c.metric = d.metric
                returning %s
                """.formatted(COLUMNS))
                .bind("now", now)
                .bind("limit", limit)
                .list(row -> read(row, terms));
    }

    /** Clocks after one, in the order of their key. */
    List<StoredClock> after(Key last, boolean openOnly, int limit, LongFunction<Terms> terms) {
        return db.sql("""
                select %s from sla.clock c
                where (c.kind, c.subject, c.metric) > (:kind, :subject, :metric) and (not :open or c.stopped_at is null)
                order by c.kind, c.subject, c.metric limit :limit
                """.formatted(COLUMNS))
                .bind("kind", last.subject().kind())
                .bind("subject", last.subject().number())
                .bind("metric", last.metric())
                .bind("open", openOnly)
                .bind("limit", limit)
                .list(row -> read(row, terms));
    }

    /** Those that have come to a level of their ladder, the earliest first, to be changed. */
    List<StoredClock> lockRungs(Instant now, int limit, LongFunction<Terms> terms) {
        return db.sql("""
                select %s from sla.clock c
                where c.rung_at <= :now order by c.rung_at limit :limit for update skip locked
                """.formatted(COLUMNS))
                .bind("now", now)
                .bind("limit", limit)
                .list(row -> read(row, terms));
    }

    /** Open clocks of an agreement after one, in the order of their key, to be changed. */
    List<StoredClock> lockOf(String agreement, Key last, int limit, LongFunction<Terms> terms) {
        return db.sql("""
                select %s from sla.clock c
                where c.stopped_at is null and (c.kind, c.subject, c.metric) > (:kind, :subject, :metric)
                  and c.terms in (select t.id from sla.terms t join sla.agreement a on a.id = t.agreement where a.code = :agreement)
                order by c.kind, c.subject, c.metric limit :limit for update
                """.formatted(COLUMNS))
                .bind("kind", last.subject().kind())
                .bind("subject", last.subject().number())
                .bind("metric", last.metric())
                .bind("agreement", agreement)
                .bind("limit", limit)
                .list(row -> read(row, terms));
    }

    /** What is behind them, and when the next level comes. */
    void climb(List<StoredClock> climbed) {
        if (climbed.isEmpty()) return;
        db.sql("""
                update sla.clock c set climbed = n.climbed, rung_at = n.rung
                from unnest(:kind::text[], :subject::bigint[], :metric::text[], :climbed::text[], :rung::timestamptz[])
                    as n (kind, subject, metric, climbed, rung)
                where c.kind = n.kind and c.subject = n.subject and c.metric = n.metric
                """)
                .bind("kind", column(climbed, c -> c.subject().kind()))
                .bind("subject", column(climbed, c -> c.subject().number()))
                .bind("metric", column(climbed, c -> c.clock().metric()))
                .bind("climbed", column(climbed, c -> String.join(" ", c.climbed())))
                .bind("rung", column(climbed, StoredClock::rungAt))
                .update();
    }

    private static Set<String> climbed(String codes) {
        return codes.isEmpty() ? Set.of() : Set.of(codes.split(" "));
    }

    private static Db.Query bind(Db.Query query, List<StoredClock> clocks) {
        return query.bind("kind", column(clocks, c -> c.subject().kind()))
                .bind("subject", column(clocks, c -> c.subject().number()))
                .bind("metric", column(clocks, c -> c.clock().metric()))
                .bind("origin", column(clocks, StoredClock::origin))
                .bind("terms", column(clocks, c -> c.clock().terms().id()))
                .bind("priority", column(clocks, c -> c.clock().priority()))
                .bind("revision", column(clocks, StoredClock::revision))
                .bind("started", column(clocks, c -> c.clock().startedAt()))
                .bind("budget", column(clocks, c -> c.clock().budgetSeconds()))
                .bind("spent", column(clocks, c -> c.clock().spent().toNanos() / 1_000))
                .bind("as_of", column(clocks, c -> c.clock().asOf()))
                .bind("paused", column(clocks, c -> c.clock().pausedAt()))
                .bind("stopped", column(clocks, c -> c.clock().stoppedAt()))
                .bind("half", column(clocks, c -> c.clock().halfAt()))
                .bind("three_quarters", column(clocks, c -> c.clock().threeQuartersAt()))
                .bind("due", column(clocks, c -> c.clock().dueAt()))
                .bind("told", column(clocks, StoredClock::told))
                .bind("next", column(clocks, StoredClock::nextAt))
                .bind("climbed", column(clocks, c -> String.join(" ", c.climbed())))
                .bind("rung", column(clocks, StoredClock::rungAt));
    }

    static StoredClock read(Row row, LongFunction<Terms> terms) {
        return new StoredClock(
                new Subject(row.text("kind"), row.number("subject")),
                row.word("origin", Origin.class),
                row.number("revision"),
                row.integer("told"),
                climbed(row.text("climbed")),
                new Clock(
                        row.word("metric", Metric.class),
                        terms.apply(row.number("terms")),
                        row.text("priority"),
                        row.instant("started_at"),
                        Duration.ofSeconds(row.integer("budget_seconds")),
                        Duration.of(row.number("spent_micros"), ChronoUnit.MICROS),
                        row.instant("as_of"),
                        row.instantOrNull("paused_at"),
                        row.instantOrNull("stopped_at"),
                        row.instantOrNull("half_at"),
                        row.instantOrNull("three_quarters_at"),
                        row.instantOrNull("due_at")));
    }
}

package dev.qiao.bench;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Many promises that break in the same second: whether each is told once, and how late the last is on record. */
final class Due {
    private static final int MOST = 10_000;
    private static final Duration AHEAD = Duration.ofSeconds(12);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Due() {}

    /** Most clocks are opened again for this, far from being due: it is not the closed ones that make it slow. */
    static void measure(Desk desk, Fixture fixture, int tickets) throws Exception {
        var owner = fixture.owner();
        owner.update(
                "update sla.clock set stopped_at = null, told = 75, next_at = now() + interval '30 days' where kind = 'ticket'");
        owner.execute("vacuum analyze sla.clock");
        desk.settle();
        var due = Instant.now().plus(AHEAD);
        int clocks = owner.update("""
                update sla.clock c set due_at = ?, three_quarters_at = c.started_at, next_at = ?
                from (select kind, subject, metric from sla.clock where kind = 'ticket' order by subject limit ?) d
                where c.kind = d.kind and c.subject = d.subject and c.metric = d.metric
                """, Timestamp.from(due), Timestamp.from(due.plusNanos(1_000)), MOST);
        if (Instant.now().isAfter(due)) throw new IllegalStateException("the clocks were set too late");
        double[] lateness = watch(fixture, due, clocks);
        Integer twice = owner.queryForObject("""
                select count(*)::int from (select from journal.entry where act = 'clock.breached' and at = ?
                    group by subject, facts->>'metric' having count(*) > 1) d
                """, Integer.class, Timestamp.from(due));
        double p99 = Table.percentile(lateness, 99);
        Table.row(
                "due",
                "p99 %.2f s; %d clocks of %d told, %d twice".formatted(p99, count(fixture, due), clocks, twice),
                "≤ 1 s, once each; %,d clocks open".formatted(2 * tickets),
                p99);
    }

    /** When each was to be seen by others, as far as can be told by looking all the time. */
    private static double[] watch(Fixture fixture, Instant due, int clocks) throws InterruptedException {
        var lateness = new double[clocks];
        java.util.Arrays.fill(lateness, Double.POSITIVE_INFINITY);
        int seen = 0;
        while (seen < clocks && Instant.now().isBefore(due.plus(PATIENCE))) {
            int now = Instant.now().isBefore(due) ? 0 : Math.min(count(fixture, due), clocks);
            double late = Duration.between(due, Instant.now()).toMillis() / 1e3;
            while (seen < now) lateness[seen++] = late;
            Thread.sleep(10);
        }
        return lateness;
    }

    private static int count(Fixture fixture, Instant due) {
        return Objects.requireNonNull(fixture.owner()
                .queryForObject(
                        "select count(*)::int from journal.entry where recorded_at >= ? and act = 'clock.breached' and at = ?",
                        Integer.class,
                        Timestamp.from(due.minusSeconds(1)),
                        Timestamp.from(due)));
    }
}

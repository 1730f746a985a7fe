package dev.qiao.bench;

import java.io.IOException;
import java.util.List;

/** Where to look: two hundred figures of a service over an hour, asked for one incident after the other, each for the first time. */
final class Looking {
    private static final int SERIES = 200;
    private static final int APART_SECONDS = 15;
    private static final int INCIDENTS = 20;
    private static final double LIMIT = 2;

    private Looking() {}

    static void measure(Desk desk, Fixture fixture) throws IOException {
        long service = fixture.staff().services().getFirst();
        var incidents = incidents(fixture, service);
        fill(fixture, service);
        var times = new double[incidents.size()];
        try (var wire =
                new Wire(desk.port(), fixture.staff().engineers().getFirst().program())) {
            for (int n = 0; n < times.length; n++) {
                long began = System.nanoTime();
                wire.get("/api/v1/tickets/" + incidents.get(n) + "/causes").must(200);
                times[n] = (System.nanoTime() - began) / 1e9;
            }
        }
        double slowest = Table.percentile(times, 100);
        Table.row(
                "where to look",
                "%d figures × 1 h, one in four left what was usual: slowest of %d %.2f s, half within %.2f s"
                        .formatted(SERIES, times.length, slowest, Table.percentile(times, 50)),
                "≤ %.0f s".formatted(LIMIT),
                slowest / LIMIT);
    }

    private static List<Long> incidents(Fixture fixture, long service) {
        return fixture.owner().queryForList("""
                select number from ticket.ticket where service_id = ? and stage in ('waiting', 'working') and kind = 'incident'
                 order by number desc limit ?
                """, Long.class, service, INCIDENTS);
    }

    /** Until now, with the fault a quarter of an hour before the newest of the incidents was opened. */
    private static void fill(Fixture fixture, long service) {
        var owner = fixture.owner();
        owner.update("""
                insert into signal.series (source_id, mark, metric, labels, service_id, began_at)
                select s.id, gen_random_uuid(), 'bench_figure', jsonb_build_object('instance', 'h' || n), ?, now()
                  from (select min(id) as id from signal.source) s, generate_series(1, ?) n
                """, service, SERIES);
        owner.update("""
                insert into signal.point (series_id, at, value)
                select s.id, m.at, 50 + 5 * sin(extract(epoch from m.at) + s.id)
                       + case when s.id % 4 = 0 and m.at > f.opened_at - interval '15 minutes' then 200 else 0 end
                  from signal.series s, (select max(opened_at) as opened_at from ticket.ticket) f,
                       generate_series(f.opened_at - interval '70 minutes', f.opened_at + interval '10 minutes',
                           make_interval(secs => ?)) as m (at)
                 where s.metric = 'bench_figure'
                """, APART_SECONDS);
        owner.execute("analyze signal.point");
    }
}

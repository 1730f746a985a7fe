package dev.qiao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A hundred thousand points by OTLP on four connections, and a chart of thirty days over a million points that were rolled up. */
final class Samples {
    private static final int POINTS = 100_000;
    private static final int IN_A_MESSAGE = 500;
    private static final int CONNECTIONS = 4;
    private static final int LINES = 20;
    private static final int DAYS = 30;
    private static final int WARM = 20;
    private static final int TIMES = 100;
    private static final double LIMIT = 50;

    private Samples() {}

    static void measure(Desk desk, Fixture fixture, Path data) throws Exception {
        var path = Storm.connected("otlp", data) + "/v1/metrics";
        var next = new AtomicInteger();
        long now = Instant.now().getEpochSecond();
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<@Nullable Void>>();
            for (int n = 0; n < CONNECTIONS; n++)
                all.add(threads.submit((Callable<@Nullable Void>) () -> {
                    try (var wire = new Wire(desk.port(), "")) {
                        for (int from = next.getAndAdd(IN_A_MESSAGE);
                                from < POINTS;
                                from = next.getAndAdd(IN_A_MESSAGE))
                            wire.post(path, "", message(now - from / IN_A_MESSAGE))
                                    .must(200);
                    }
                    return null;
                }));
            for (var each : all) each.get();
        }
        double accepted = (System.nanoTime() - start) / 1e9;
        while (counted(fixture) < POINTS) Thread.sleep(50);
        double read = (System.nanoTime() - start) / 1e9;
        Table.row(
                "points",
                "%,.0f/s accepted and durable; %,.0f/s readable".formatted(POINTS / accepted, POINTS / read),
                "–",
                null);
        chart(desk, fixture);
    }

    private static void chart(Desk desk, Fixture fixture) throws IOException {
        fill(fixture);
        var times = new double[TIMES];
        try (var wire =
                new Wire(desk.port(), fixture.staff().engineers().getFirst().browser())) {
            for (int n = -WARM; n < TIMES; n++) {
                long began = System.nanoTime();
                wire.get("/charts?metric=bench_chart&range=30d").must(200);
                if (n >= 0) times[n] = (System.nanoTime() - began) / 1e6;
            }
        }
        double p99 = Table.percentile(times, 99);
        Table.row(
                "chart, 30 days",
                "%d lines, 1,036,800 points rolled up: p99 %.1f ms, half within %.1f ms"
                        .formatted(LINES, p99, Table.percentile(times, 50)),
                "≤ %.0f ms".formatted(LIMIT),
                p99 / LIMIT);
    }

    /** As the roll-up leaves behind what came every fifty seconds. */
    private static void fill(Fixture fixture) {
        var owner = fixture.owner();
        owner.update("""
                insert into signal.series (source_id, mark, metric, labels, began_at)
                select s.id, gen_random_uuid(), 'bench_chart', jsonb_build_object('instance', 'h' || n), now()
                  from signal.source s, generate_series(1, ?) n where s.name = 'bench otlp'
                """, LINES);
        for (var table : new String[] {"point_5m 5 6", "point_1h 60 72"}) {
            var part = table.split(" ");
            owner.update("""
                    insert into signal.%s (series_id, at, points, sum, least, most)
                    select s.id, at, %s, %s * (50 + 40 * sin(extract(epoch from at) / 20000)), 10, 90
                      from signal.series s, generate_series(date_trunc('hour', now()) - make_interval(days => ?),
                           date_trunc('hour', now()) - interval '1 minute', make_interval(mins => %s)) at
                     where s.metric = 'bench_chart'
                    """.formatted(part[0], part[2], part[2], part[1]), DAYS);
            owner.execute("analyze signal." + part[0]);
        }
    }

    private static String message(long second) {
        var points = IntStream.range(0, IN_A_MESSAGE)
                .mapToObj(n -> """
                        {"timeUnixNano": "%d000000000", "asDouble": %d.5, "attributes": [{"key": "part", "value": {"stringValue": "p%d"}}]}""".formatted(second, n, n))
                .collect(Collectors.joining(","));
        return """
                {"resourceMetrics": [{"scopeMetrics": [{"metrics": [{"name": "bench.points", "gauge": {"dataPoints": [%s]}}]}]}]}
                """.formatted(points);
    }

    private static long counted(Fixture fixture) {
        var count = fixture.owner().queryForObject("""
                select count(*) from signal.point p join signal.series s on s.id = p.series_id where s.metric = 'bench_points'
                """, Long.class);
        return count == null ? 0 : count;
    }
}

package dev.qiao.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Two hundred thousand lines of a log, handed in on four connections: until they are durable, and until each has its pattern and is found. */
final class LogLines {
    private static final int LINES = 200_000;
    private static final int IN_A_MESSAGE = 1_000;
    private static final int CONNECTIONS = 4;
    private static final String[] SAID = {
        "INFO  request %d served in %d ms for 10.0.%d.7",
        "INFO  session %d of user%d opened from 10.1.%d.9",
        "WARN  queue orders-%d holds %d messages, %d of them old",
        "ERROR connection %d to db%d:5432 was reset after %d s",
        "DEBUG cache miss for key item:%d:%d in shard %d"
    };

    private LogLines() {}

    static void measure(Desk desk, Fixture fixture, Path data) throws Exception {
        var path = Storm.connected("logs", data);
        var next = new AtomicInteger();
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<@Nullable Void>>();
            for (int n = 0; n < CONNECTIONS; n++)
                all.add(threads.submit((Callable<@Nullable Void>) () -> {
                    try (var wire = new Wire(desk.port(), "")) {
                        for (int from = next.getAndAdd(IN_A_MESSAGE); from < LINES; from = next.getAndAdd(IN_A_MESSAGE))
                            wire.post(path, "", lines(from)).must(200);
                    }
                    return null;
                }));
            for (var each : all) each.get();
        }
        double accepted = (System.nanoTime() - start) / 1e9;
        while (counted(fixture) < LINES) Thread.sleep(50);
        double read = (System.nanoTime() - start) / 1e9;
        Table.row(
                "log lines",
                "%,.0f/s accepted and durable; %,.0f/s with their patterns, counted and found by words"
                        .formatted(LINES / accepted, LINES / read),
                "–",
                null);
    }

    private static String lines(int from) {
        var random = new Random(from);
        var lines = new StringBuilder();
        for (int n = 0; n < IN_A_MESSAGE; n++)
            lines.append(SAID[random.nextInt(SAID.length)].formatted(
                            from + n, random.nextInt(100), random.nextInt(250)))
                    .append('\n');
        return lines.toString();
    }

    private static long counted(Fixture fixture) {
        var count = fixture.owner().queryForObject("""
                select coalesce(sum(c.lines), 0)::bigint from signal.pattern_count c join signal.source s on s.id = c.source_id
                 where s.name = 'bench logs'
                """, Long.class);
        return count == null ? 0 : count;
    }
}

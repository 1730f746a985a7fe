package dev.qiao.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Opens tickets through REST as fast as so many programs can, each on a connection of its own, while the readers run. */
final class Creating {
    private static final long WARM = 12_000_000_000L;
    private static final long MEASURED = 8_000_000_000L;

    private final Desk desk;
    private final Fixture fixture;
    private volatile @Nullable String answer;
    private double eight;
    private double many;
    private Duration behind = Duration.ZERO;

    private Creating(Desk desk, Fixture fixture) {
        this.desk = desk;
        this.fixture = fixture;
    }

    static Creating measure(Desk desk, Fixture fixture) throws Exception {
        var creating = new Creating(desk, fixture);
        creating.eight = creating.perSecond(8);
        desk.settle();
        creating.many = creating.perSecond(64);
        creating.behind = desk.settle();
        return creating;
    }

    /** With the desk closed, so that nothing stands beside the comparison. */
    void compare() throws Exception {
        var pgbench = new Pgbench(fixture, answer());
        Table.speed("create@8", eight, pgbench.perSecond(8), 8, 0.7);
        Table.speed("create@64", many, pgbench.perSecond(64), Pgbench.MOST, 1.5);
        var late = "%.1f s after create@64".formatted(behind.toMillis() / 1e3);
        Table.row("readers behind", late, "as short as can be", null);
    }

    private double perSecond(int connections) throws InterruptedException, ExecutionException {
        long from = System.nanoTime() + WARM;
        var made = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, connections)
                    .mapToObj(n -> threads.submit(() -> run(n, from, made)))
                    .toList();
            for (var each : all) each.get();
        }
        return made.get() / (MEASURED / 1e9);
    }

    private @Nullable Void run(int n, long from, AtomicInteger made) throws IOException {
        try (var wire = new Wire(desk.port(), fixture.staff().requester().program())) {
            for (int i = n; ; i++) {
                var reply = wire.post(
                                "/api/v1/tickets", "Idempotency-Key: " + UUID.randomUUID() + "\r\n", fixture.wish(i))
                        .must(201);
                long now = System.nanoTime();
                if (now - from > MEASURED) return null;
                if (now - from >= 0) made.incrementAndGet();
                answer = reply.text();
            }
        }
    }

    /** What the last one was answered. */
    private String answer() {
        if (answer == null) throw new IllegalStateException("nothing was created");
        return answer;
    }
}

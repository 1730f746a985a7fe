package dev.qiao.bench;

import java.io.IOException;
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

    Creating(Desk desk, Fixture fixture) {
        this.desk = desk;
        this.fixture = fixture;
    }

    double perSecond(int connections) throws InterruptedException, ExecutionException {
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
    String answer() {
        if (answer == null) throw new IllegalStateException("nothing was created");
        return answer;
    }
}

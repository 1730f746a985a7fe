package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.base.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Two that come to the same rows in the same moment. */
public final class Meeting {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Meeting() {}

    /** Holds something, lets the other begin until it waits for that or has ended, and goes on; both must come through. */
    public static void of(Db db, Runnable holds, Runnable other, Runnable goesOn) {
        var begun = db.transact(() -> {
            holds.run();
            long before = waiting(db);
            var running = CompletableFuture.runAsync(other);
            var until = Instant.now().plus(PATIENCE);
            while (!running.isDone() && waiting(db) <= before && Instant.now().isBefore(until)) pause();
            goesOn.run();
            return running;
        });
        assertThat(begun).succeedsWithin(PATIENCE);
    }

    private static long waiting(Db db) {
        return db.sql("select count(*) as n from pg_locks where not granted").one(row -> row.number("n"));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

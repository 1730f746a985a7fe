package dev.qiao.base;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A small table kept in memory because every act asks for it and it hardly changes. Our own change is seen at once ({@link #forget}
 * after commit), another node's within a second.
 */
public final class Remembered<T> {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private record Held<T>(T value, long readAt, long generation) {}

    private final Supplier<T> read;
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable Held<T> held;

    public Remembered(Supplier<T> read) {
        this.read = read;
    }

    public T get() {
        long current = generation.get();
        var seen = held;
        long now = System.nanoTime();
        if (seen != null && seen.generation() == current && now - seen.readAt() < FRESH_NANOS) return seen.value();
        var fresh = new Held<>(read.get(), now, current);
        held = fresh;
        return fresh.value();
    }

    /**
     * Also what somebody has begun to read. At once, and again when the transaction of the caller is over: what was read within it may
     * have been taken back.
     */
    public void forget() {
        drop();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                drop();
            }
        });
    }

    private void drop() {
        generation.incrementAndGet();
        held = null;
    }
}

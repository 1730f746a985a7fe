package dev.qiao.base;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A thing that is asked for all the time and hardly ever changes, in memory under its revision. The revision is looked up again
 * after 200 ms, so another node's change is seen by then; our own at once, by {@link #forget}. What a transaction has changed it
 * sees by itself alone until it is over.
 */
public final class Kept<K, T> {
    private static final Duration FRESH = Duration.ofMillis(200);

    private record Held<K, T>(K revision, T thing, long seenAt, long generation) {}

    /** What a transaction sees that has changed it. */
    private static final class Own<T> {
        private @Nullable T thing;
    }

    private final Supplier<K> revision;
    private final Function<K, T> read;
    private final LongSupplier nanos;
    private final long fresh;
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable Held<K, T> held;

    public Kept(Supplier<K> revision, Function<K, T> read) {
        this(revision, read, FRESH, System::nanoTime);
    }

    Kept(Supplier<K> revision, Function<K, T> read, Duration fresh, LongSupplier nanos) {
        this.revision = revision;
        this.read = read;
        this.fresh = fresh.toNanos();
        this.nanos = nanos;
    }

    public T get() {
        var own = own();
        if (own != null) {
            if (own.thing == null) own.thing = read.apply(revision.get());
            return own.thing;
        }
        long begun = generation.get();
        long now = nanos.getAsLong();
        var seen = held;
        if (seen != null && seen.generation != begun) seen = null;
        if (seen != null && now - seen.seenAt < fresh) return seen.thing;
        var current = revision.get();
        var thing = seen != null && seen.revision.equals(current) ? seen.thing : read.apply(current);
        held = new Held<>(current, thing, now, begun);
        return thing;
    }

    /** Also what somebody has begun to read; within a transaction, again when that is over. Call it after the change. */
    public void forget() {
        drop();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        var own = own();
        if (own != null) {
            own.thing = null;
            return;
        }
        TransactionSynchronizationManager.bindResource(this, new Own<T>());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Kept.this);
                drop();
            }
        });
    }

    private void drop() {
        generation.incrementAndGet();
        held = null;
    }

    @SuppressWarnings("unchecked")
    private @Nullable Own<T> own() {
        return (Own<T>) TransactionSynchronizationManager.getResource(this);
    }
}

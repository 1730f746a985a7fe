package dev.qiao.base;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A thing that is asked for all the time and hardly ever changes, in memory under its revision. The revision is looked up again
 * after 200 ms, so another node's change is seen by then; our own at once, by {@link #forget}.
 */
public final class Kept<K, T> {
    private static final long FRESH = Duration.ofMillis(200).toNanos();

    private record Held<K, T>(K revision, T thing, long seenAt, long generation) {}

    private final Supplier<K> revision;
    private final Function<K, T> read;
    private final LongSupplier nanos;
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable Held<K, T> held;

    public Kept(Supplier<K> revision, Function<K, T> read) {
        this(revision, read, System::nanoTime);
    }

    Kept(Supplier<K> revision, Function<K, T> read, LongSupplier nanos) {
        this.revision = revision;
        this.read = read;
        this.nanos = nanos;
    }

    public T get() {
        long begun = generation.get();
        long now = nanos.getAsLong();
        var seen = held;
        if (seen != null && seen.generation != begun) seen = null;
        if (seen != null && now - seen.seenAt < FRESH) return seen.thing;
        var current = revision.get();
        var thing = seen != null && seen.revision.equals(current) ? seen.thing : read.apply(current);
        held = new Held<>(current, thing, now, begun);
        return thing;
    }

    /** Also what somebody has begun to read. Call it after the change has committed. */
    public void forget() {
        generation.incrementAndGet();
        held = null;
    }
}

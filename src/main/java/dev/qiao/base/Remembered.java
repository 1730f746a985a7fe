package dev.qiao.base;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * A small table kept in memory because every act asks for it and it hardly changes. Our own change is seen at once ({@link #forget}
 * after it), another node's within a second.
 */
public final class Remembered<T> {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Kept<Object, T> kept;

    public Remembered(Supplier<T> read) {
        this.kept = new Kept<>(Object::new, _ -> read.get(), FRESH, System::nanoTime);
    }

    public T get() {
        return kept.get();
    }

    /** As {@link Kept#forget}. */
    public void forget() {
        kept.forget();
    }
}

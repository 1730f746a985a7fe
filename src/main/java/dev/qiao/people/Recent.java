package dev.qiao.people;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What was read in the last five seconds, bounded in number; nothing read before {@link #forget} is kept after it. */
final class Recent<K, V> {
    private static final long KEPT = Duration.ofSeconds(5).toNanos();

    private record Held<V>(V value, long readAt, long generation) {}

    private final Map<K, Held<V>> held = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();
    private final int most;

    Recent(int most) {
        this.most = most;
    }

    /** Empty answers are not kept: somebody guessing cannot fill it. */
    Optional<V> get(K key, Function<K, Optional<V>> read) {
        var known = held.get(key);
        if (known != null && known.generation == generation.get() && System.nanoTime() - known.readAt < KEPT) {
            return Optional.of(known.value);
        }
        long current = generation.get();
        long readAt = System.nanoTime();
        var value = read.apply(key);
        if (held.size() >= most) held.clear();
        if (value.isPresent()) held.put(key, new Held<>(value.get(), readAt, current));
        else held.remove(key);
        return value;
    }

    /** At once, and again when the transaction of the caller has committed: until then others still read what was. */
    void forget() {
        drop();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                drop();
            }
        });
    }

    private void drop() {
        generation.incrementAndGet();
        held.clear();
    }
}

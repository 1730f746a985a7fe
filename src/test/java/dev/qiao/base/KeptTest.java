package dev.qiao.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class KeptTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger revision = new AtomicInteger(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private final Kept<Integer, String> kept = new Kept<>(
            () -> {
                asked.incrementAndGet();
                return revision.get();
            },
            r -> {
                read.incrementAndGet();
                return "revision " + r;
            },
            Duration.ofMillis(200),
            nanos::get);

    @Test
    void whatIsFreshIsNotAskedForAgain() {
        for (int i = 0; i < 100; i++) assertThat(kept.get()).isEqualTo("revision 1");
        assertThat(asked).hasValue(1);
    }

    @Test
    void itIsReadAgainOnlyUnderAnotherRevision() {
        kept.get();
        nanos.addAndGet(Duration.ofMillis(201).toNanos());
        kept.get();
        assertThat(read).hasValue(1);
        revision.set(2);
        assertThat(kept.get()).isEqualTo("revision 1");
        nanos.addAndGet(Duration.ofMillis(201).toNanos());
        assertThat(kept.get()).isEqualTo("revision 2");
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKeptAfterIt() {
        var stored = new AtomicInteger(1);
        var changed = new AtomicReference<Runnable>(() -> {});
        var shelf = new Kept<>(
                () -> {
                    int seen = stored.get();
                    changed.getAndSet(() -> {}).run();
                    return seen;
                },
                r -> "revision " + r,
                Duration.ofMillis(200),
                nanos::get);
        changed.set(() -> {
            stored.set(2);
            shelf.forget();
        });
        assertThat(shelf.get()).isEqualTo("revision 1");
        assertThat(shelf.get()).isEqualTo("revision 2");
    }

    @Test
    void ourOwnChangeIsSeenAtOnce() {
        kept.get();
        revision.set(2);
        kept.forget();
        assertThat(kept.get()).isEqualTo("revision 2");
    }

    @Test
    void whatATransactionHasChangedIsSeenByItAloneUntilItIsOver() throws Exception {
        var stored = new AtomicInteger(1);
        var mine = new ThreadLocal<Integer>();
        var shelf = new Kept<>(
                () -> mine.get() == null ? stored.get() : mine.get(),
                r -> "revision " + r,
                Duration.ofMillis(200),
                nanos::get);
        TransactionSynchronizationManager.initSynchronization();
        try {
            mine.set(2);
            shelf.forget();
            assertThat(elsewhere(shelf)).isEqualTo("revision 1");
            assertThat(shelf.get()).isEqualTo("revision 2");
            mine.set(3);
            shelf.forget();
            assertThat(shelf.get()).isEqualTo("revision 3");
            assertThat(elsewhere(shelf)).isEqualTo("revision 1");
            mine.remove();
            stored.set(3);
            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(over -> over.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
        assertThat(elsewhere(shelf)).isEqualTo("revision 3");
        assertThat(shelf.get()).isEqualTo("revision 3");
    }

    private static String elsewhere(Kept<Integer, String> shelf) throws Exception {
        var seen = new AtomicReference<>("");
        Thread.ofVirtual().start(() -> seen.set(shelf.get())).join();
        return seen.get();
    }
}

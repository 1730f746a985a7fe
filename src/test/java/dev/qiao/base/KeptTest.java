package dev.qiao.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

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
}

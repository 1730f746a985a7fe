package dev.qiao.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final AtomicInteger stored = new AtomicInteger(1);
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private final Remembered<Integer> remembered = new Remembered<>(() -> {
        int read = stored.get();
        meanwhile.getAndSet(() -> {}).run();
        return read;
    });

    @Test
    void ourOwnChangeIsSeenAtOnce() {
        assertThat(remembered.get()).isEqualTo(1);
        stored.set(2);
        assertThat(remembered.get()).isEqualTo(1);
        remembered.forget();
        assertThat(remembered.get()).isEqualTo(2);
    }

    @Test
    void whatWasReadBeforeAChangeIsNotRememberedAfterIt() {
        meanwhile.set(() -> {
            stored.set(2);
            remembered.forget();
        });
        assertThat(remembered.get()).isEqualTo(1);
        assertThat(remembered.get()).isEqualTo(2);
    }
}

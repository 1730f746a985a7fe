package dev.qiao.admin.console;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets a long work end the piece that it is at when the program is told to stop, before anything is taken from under it. */
@Component
class Running implements SmartLifecycle {
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean running;
    private volatile boolean stopping;

    /** Work that asks now and then whether to stop. */
    @FunctionalInterface
    interface Work<T> {
        T run(BooleanSupplier stop) throws IOException;
    }

    <T> T whileRunning(Work<T> work) throws IOException {
        running = true;
        try {
            return work.run(() -> stopping);
        } finally {
            running = false;
            ended.countDown();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public void start() {}

    @Override
    public void stop() {
        stopping = true;
        try {
            ended.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package dev.qiao.signal.probe;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** The time that one look may take, as a whole: what comes drop by drop gets no more of it. */
record Limit(long end) {
    static Limit of(int millis) {
        return new Limit(System.nanoTime() + Duration.ofMillis(millis).toNanos());
    }

    boolean over() {
        return end - System.nanoTime() <= 0;
    }

    Duration left() throws SocketTimeoutException {
        var left = Duration.ofNanos(end - System.nanoTime());
        if (left.toMillis() < 1) throw new SocketTimeoutException();
        return left;
    }

    int millis() throws SocketTimeoutException {
        return (int) left().toMillis();
    }

    /** Closes it when the time is over, whatever it waits for; to be interrupted when it is done. */
    Thread closes(Closeable thing) throws SocketTimeoutException {
        var left = left();
        return Thread.ofVirtual().name("probe limit").start(() -> {
            try {
                Thread.sleep(left);
                thing.close();
            } catch (InterruptedException | IOException _) {
                Thread.currentThread().interrupt();
            }
        });
    }
}

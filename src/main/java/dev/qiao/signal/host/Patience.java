package dev.qiao.signal.host;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the system something that may never answer. While it does not, it is not asked again: at most one thread is lost. */
final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    private final String name;
    private final Duration limit;
    private @Nullable FutureTask<?> asked;

    Patience(String name, Duration limit) {
        this.name = name;
        this.limit = limit;
    }

    /** Nothing, where there is no answer in time or the system cannot say. */
    synchronized <T> List<T> ask(Callable<List<T>> question) {
        if (asked != null && !asked.isDone()) return List.of();
        var task = new FutureTask<>(question);
        asked = task;
        // A call into the system holds its thread, so it is none of the virtual ones.
        Thread.ofPlatform().daemon().name(name).start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            LOG.warn("{} does not answer", name);
        } catch (ExecutionException e) {
            LOG.warn("{} cannot be measured", name, e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }
}

package dev.qiao.base;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs every {@link Worker} on a virtual thread of its own: who listens, at once after a commit on this node; everybody every 200 ms.
 * With {@code qiao.workers=false} nothing runs by itself and {@link #crank} does the work.
 */
@Component
public final class Workers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration PULSE = Duration.ofMillis(200);
    /** Under a stream of commits a round waits a little for the next few, and does them together. */
    private static final Duration BREATH = Duration.ofMillis(50);

    private static final int MANY = 200;
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);
    private static final int MOST_ROUNDS = 100_000;

    private final ObjectProvider<Worker> single;
    private final ObjectProvider<Crew> crews;
    private final InstantSource clock;
    private final boolean wanted;
    private final Bell bell = new Bell();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Workers(
            ObjectProvider<Worker> single,
            ObjectProvider<Crew> crews,
            InstantSource clock,
            @Value("${qiao.workers:true}") boolean wanted) {
        this.single = single;
        this.crews = crews;
        this.clock = clock;
        this.wanted = wanted;
    }

    /** There is something to do: now, or when the transaction of the caller has committed. */
    public void wake() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            bell.ring();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }

    /** What rings after each commit that may have made work, for others who wait for it. */
    public Bell bell() {
        return bell;
    }

    /** Works until nothing is left, on the caller's thread. A worker that fails, fails the caller. */
    public int crank(Instant now) {
        var workers = all();
        int total = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int done = workers.stream().mapToInt(worker -> worker.work(now)).sum();
            if (done == 0) return total;
            total += done;
        }
        throw new IllegalStateException("the workers find no end");
    }

    private List<Worker> all() {
        return Stream.concat(single.orderedStream(), crews.orderedStream().flatMap(crew -> crew.workers().stream()))
                .toList();
    }

    @Override
    public void start() {
        if (!wanted || running) return;
        running = true;
        for (var worker : all()) {
            threads.add(Thread.ofVirtual().name("worker " + worker.name()).start(() -> run(worker)));
        }
    }

    private void run(Worker worker) {
        var rest = PULSE;
        while (running) {
            long heard = bell.rung();
            try {
                int done = worker.work(clock.instant());
                if (done == 0 && worker.listens()) bell.await(heard, PULSE);
                else if (done == 0) Thread.sleep(PULSE);
                else if (done < MANY) Thread.sleep(BREATH);
                rest = PULSE;
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                if (!running) return;
                LOG.warn("{} failed and rests for {} ms", worker.name(), rest.toMillis(), e);
                if (!sleep(rest)) return;
                rest = rest.multipliedBy(2).compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest.multipliedBy(2);
            }
        }
    }

    private static boolean sleep(Duration rest) {
        try {
            Thread.sleep(rest);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    /** Lets each worker end the piece that it is at, so that nothing is cut in half. */
    @Override
    public void stop() {
        running = false;
        bell.ring();
        for (var thread : threads) {
            try {
                if (!thread.join(Duration.ofSeconds(5))) thread.interrupt();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

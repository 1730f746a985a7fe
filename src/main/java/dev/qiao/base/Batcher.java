package dev.qiao.base;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Group commit: gathers the calls that arrive while the batch before them commits, does them in one transaction, and answers each when
 * it is durable. One bad call fails alone, and a lost answer to COMMIT is looked up, never guessed.
 */
public final class Batcher<In, Out> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Batcher.class);
    private static final int WRITERS = 2;
    private static final int ATTEMPTS = 5;
    private static final int MOST_WAITING = 4_096;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(250);

    /**
     * What a batch does.
     *
     * @param work does all in the transaction that is open, and answers in the same order
     * @param truth looks up by the callers' own ids what of them is in the database: the answer, or null if it never happened
     * @param most the most calls in one transaction
     */
    public record Work<In, Out>(
            String name, Function<List<In>, List<Out>> work, Function<List<In>, List<@Nullable Out>> truth, int most) {}

    private record Call<In, Out>(In in, CompletableFuture<Out> answer) {}

    private final Db db;
    private final Work<In, Out> work;
    private final BlockingQueue<Call<In, Out>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final List<Thread> writers;
    private volatile boolean closed;

    public Batcher(Db db, Work<In, Out> work) {
        this.db = db;
        this.work = work;
        this.writers = IntStream.range(0, WRITERS)
                .mapToObj(n -> Thread.ofVirtual()
                        .name("batch " + work.name() + " " + n)
                        .unstarted(this::write))
                .toList();
        writers.forEach(Thread::start);
    }

    /** Waits until it is durable. Errors: what the work throws for this call alone; unavailable when too many wait. */
    public Out submit(In in) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.getResourceMap().isEmpty()) {
            throw new IllegalStateException("whoever waits for a batch must hold no transaction or connection");
        }
        var call = new Call<In, Out>(in, new CompletableFuture<>());
        try {
            if (closed || !waiting.offer(call, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) throw busy();
            if (closed && waiting.remove(call)) throw busy();
            return call.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static Refused busy() {
        return Refused.unavailable("base.api.busy");
    }

    private void write() {
        while (!closed) {
            try {
                var first = waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                if (first == null) continue;
                var batch = new ArrayList<>(List.of(first));
                waiting.drainTo(batch, work.most() - 1);
                settle(batch, 1);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void settle(List<Call<In, Out>> batch, int attempt) {
        var transaction = new BatchTransaction(db);
        try {
            answer(batch, transaction.run(() -> work.work().apply(inputs(batch))));
        } catch (Throwable failure) {
            try {
                if (Outage.lost(failure)) lookUp(batch, attempt, transaction, failure);
                else if (batch.size() > 1) batch.forEach(call -> settle(List.of(call), 1));
                else throw failure;
            } catch (Throwable second) {
                batch.forEach(call -> call.answer().completeExceptionally(second));
            }
        }
    }

    /** Only when the server knows the fate of the lost transaction is what it left behind the truth. */
    private void lookUp(List<Call<In, Out>> batch, int attempt, BatchTransaction transaction, Throwable failure) {
        if (!transaction.awaitFate()) {
            LOG.error("nobody knows what became of a batch of {}", work.name(), failure);
            throw Refused.unavailable("base.api.unknown_fate");
        }
        var found = work.truth().apply(inputs(batch));
        for (int n = 0; n < batch.size(); n++) {
            var call = batch.get(n);
            var out = found.get(n);
            if (out != null) call.answer().complete(out);
            else if (attempt < ATTEMPTS) settle(List.of(call), attempt + 1);
            else call.answer().completeExceptionally(busy());
        }
    }

    private List<In> inputs(List<Call<In, Out>> batch) {
        return batch.stream().map(Call::in).toList();
    }

    private void answer(List<Call<In, Out>> batch, List<Out> outs) {
        for (int n = 0; n < batch.size(); n++) batch.get(n).answer().complete(outs.get(n));
    }

    /** Lets the batches that are under way end; whoever still waits is refused. */
    @Override
    public void close() {
        closed = true;
        for (var writer : writers) {
            try {
                writer.join(PATIENCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        var left = new ArrayList<Call<In, Out>>();
        waiting.drainTo(left);
        left.forEach(call -> call.answer().completeExceptionally(busy()));
    }
}

package dev.qiao.base.api;

import dev.qiao.base.Batcher;
import dev.qiao.base.Db;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Idempotency.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Requests with a key that are on their way through a {@link Batcher}. Whoever comes with the same key meanwhile is given the same
 * answer. Answers are written down in batches of their own, a moment later: until then, and after a kill in between, the key's draft id
 * still sees to it that nothing is done twice.
 */
@Component
final class Flights implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Flights.class);
    private static final int LONGEST_SECONDS = 20;
    private static final int MOST = 500;

    private record Name(long owner, String key) {
        private static Name of(Key key) {
            return new Name(key.owner(), key.key());
        }
    }

    private record Flight(Key key, CompletableFuture<Optional<Answer>> answer) {}

    private final Map<Name, Flight> flights = new ConcurrentHashMap<>();
    private final Idempotency idempotency;
    private final Batcher<Map.Entry<Key, Answer>, Boolean> writer;

    Flights(Db db, Idempotency idempotency) {
        this.idempotency = idempotency;
        this.writer = new Batcher<>(db, new Batcher.Work<>("answers", this::keep, this::kept, MOST));
    }

    private List<Boolean> keep(List<Map.Entry<Key, Answer>> answers) {
        idempotency.keep(answers);
        return answers.stream().map(_ -> true).toList();
    }

    private List<@Nullable Boolean> kept(List<Map.Entry<Key, Answer>> answers) {
        return new ArrayList<@Nullable Boolean>(answers.stream().map(_ -> true).toList());
    }

    /** Nothing when the caller shall do it, and {@link #land}; else the answer of whoever did. */
    Optional<Answer> board(Key key) {
        var other = flights.putIfAbsent(Name.of(key), new Flight(key, new CompletableFuture<>()));
        if (other != null) return Optional.of(wait(other, key));
        try {
            var stored = idempotency.stored(key);
            stored.ifPresent(_ -> done(key, stored));
            return stored;
        } catch (RuntimeException e) {
            done(key, Optional.empty());
            throw e;
        }
    }

    private static Answer wait(Flight flight, Key key) {
        key.mustBe(flight.key().request());
        try {
            return flight.answer()
                    .get(LONGEST_SECONDS, TimeUnit.SECONDS)
                    .orElseThrow(() -> Refused.conflict("base.api.key_in_use"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.conflict("base.api.key_in_use");
        } catch (ExecutionException | TimeoutException _) {
            throw Refused.conflict("base.api.key_in_use");
        }
    }

    /** It was done, or nothing came of it. */
    void land(Key key, Optional<Answer> answer) {
        if (answer.isEmpty()) {
            done(key, answer);
            return;
        }
        var flight = flights.get(Name.of(key));
        if (flight != null) flight.answer().complete(answer);
        Thread.startVirtualThread(() -> {
            try {
                writer.submit(Map.entry(key, answer.get()));
            } catch (RuntimeException e) {
                LOG.warn("an answer was not kept: {}", e.toString());
            } finally {
                flights.remove(Name.of(key));
            }
        });
    }

    private void done(Key key, Optional<Answer> answer) {
        var flight = flights.remove(Name.of(key));
        if (flight != null) flight.answer().complete(answer);
    }

    @Override
    public void destroy() {
        writer.close();
    }
}

package dev.qiao.signal;

import dev.qiao.base.Batcher;
import dev.qiao.base.Db;
import dev.qiao.base.Refused;
import dev.qiao.base.Remembered;
import dev.qiao.base.Workers;
import dev.qiao.signal.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Takes in what senders send, unread: whoever is answered may forget it, for it is kept. */
@Component
public class Inbox implements DisposableBean {
    /** So many messages of one source may wait to be read; it is told to come back, and no other source is. */
    private static final int MOST_WAITING = 20_000;

    private static final int MOST_AT_ONCE = 50;

    /** A message on its way in. */
    record Arrival(UUID id, Source source, Instant at, String act, Map<String, String> headers, byte[] body) {}

    private final MessageSql sql;
    private final Workers workers;
    private final Batcher<Arrival, Long> batcher;
    private final Remembered<Map<Long, Long>> waiting;

    Inbox(Db db, MessageSql sql, Workers workers) {
        this.sql = sql;
        this.workers = workers;
        this.waiting = new Remembered<>(() -> sql.waiting(MOST_WAITING));
        this.batcher = new Batcher<>(db, new Batcher.Work<>("signal inbox", this::store, this::stored, MOST_AT_ONCE));
    }

    /**
     * Waits until the message is durable, and returns its number. Errors: too large; unavailable when the source or all of them together
     * send more than can be read.
     */
    public long take(Source source, String act, Map<String, String> headers, byte[] body, Instant now) {
        return take(UUID.randomUUID(), source, act, headers, body, now);
    }

    /** The same under a number by which its fate can be asked. */
    public long take(UUID arrival, Source source, String act, Map<String, String> headers, byte[] body, Instant now) {
        if (body.length > Message.LARGEST) throw tooLarge();
        if (waiting.get().getOrDefault(source.id(), 0L) >= MOST_WAITING) throw Refused.unavailable("signal.flooded");
        return batcher.submit(new Arrival(arrival, source, now, act, headers, body));
    }

    /** What became of what arrived under this number from this source. */
    public Optional<Kept> fate(UUID arrival, Source source) {
        return sql.kept(arrival).filter(kept -> kept.source() == source.id());
    }

    /** More than is taken. */
    public static Refused tooLarge() {
        return Refused.tooLarge("body", "signal.too_large", Message.LARGEST / 1_048_576);
    }

    private List<Long> store(List<Arrival> arrivals) {
        var kept = sql.insert(arrivals);
        workers.wake();
        return arrivals.stream()
                .map(arrival -> Objects.requireNonNull(kept.get(arrival.id())))
                .toList();
    }

    private List<@Nullable Long> stored(List<Arrival> arrivals) {
        var kept = sql.of(arrivals.stream().map(Arrival::id).toList());
        return new ArrayList<>(
                arrivals.stream().map(arrival -> kept.get(arrival.id())).toList());
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}

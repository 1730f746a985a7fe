package dev.qiao.journal;

import dev.qiao.base.Db;
import dev.qiao.base.Outage;
import dev.qiao.base.Refused;
import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one reader: looks ahead and computes without a transaction, then writes the effect and moves the cursor in one, if the cursor
 * still stands where it looked from. Of several nodes one wins; the others throw their work away.
 */
final class Reading implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    /** Entries that concern nobody move the stored cursor only so often. */
    private static final int LAZY = 2_000;

    private final Db db;
    private final Tail tail;
    private final Reader reader;
    private final Parking parking;
    private final List<Duration> pauses;
    private volatile @Nullable Cursor stored;
    private volatile @Nullable Cursor looked;
    private int passed;

    Reading(Db db, Tail tail, Reader reader, Parking parking, List<Duration> pauses) {
        this.db = db;
        this.tail = tail;
        this.reader = reader;
        this.parking = parking;
        this.pauses = pauses;
    }

    @Override
    public String name() {
        return "reader " + reader.name();
    }

    @Override
    public boolean listens() {
        return true;
    }

    String reader() {
        return reader.name();
    }

    /** How many entries it has not looked at, at most 10,000. */
    int behind() {
        var from = looked;
        if (from == null) from = stored;
        if (from == null) from = Cursor.stored(db, reader.name());
        return from.behind(db);
    }

    @Override
    public synchronized int work(Instant now) {
        try {
            return step(now);
        } catch (RuntimeException e) {
            forget();
            throw e;
        }
    }

    private int step(Instant now) {
        var from = stored;
        if (from == null) {
            from = Cursor.stored(db, reader.name());
            stored = from;
        }
        var ahead = tail.after(looked == null ? from : looked, reader.most());
        if (ahead.isEmpty()) return 0;
        var to = Cursor.at(ahead.getLast());
        var wanted = ahead.stream().filter(reader::wants).toList();
        if (wanted.isEmpty()) {
            looked = to;
            passed += ahead.size();
            if (passed >= LAZY) settle(from, to, () -> {});
        } else if (!whole(wanted, from, to, now)) {
            oneByOne(wanted, to, now);
        }
        return ahead.size();
    }

    /** False when the batch has to be taken apart to find out which entry fails. */
    private boolean whole(List<Recorded> wanted, Cursor from, Cursor to, Instant now) {
        try {
            settle(from, to, reader.read(wanted, now));
            return true;
        } catch (RuntimeException e) {
            if (Outage.is(e)) throw e;
            LOG.debug("{} takes a batch apart", name(), e);
            return false;
        }
    }

    private void oneByOne(List<Recorded> wanted, Cursor to, Instant now) {
        for (var entry : wanted) {
            if (!alone(entry, now)) return;
        }
        if (stored != null && !stored.equals(to)) settle(stored, to, () -> {});
    }

    /** False when another node has moved the cursor meanwhile. */
    private boolean alone(Recorded entry, Instant now) {
        for (int attempt = 1; ; attempt++) {
            var from = stored == null ? Cursor.stored(db, reader.name()) : stored;
            try {
                return settle(from, Cursor.at(entry), reader.read(List.of(entry), now));
            } catch (Refused no) {
                LOG.debug("{} was refused {} at entry {}", name(), no.getMessage(), entry.id());
                return settle(from, Cursor.at(entry), () -> {});
            } catch (RuntimeException e) {
                if (Outage.is(e)) throw e;
                if (attempt > pauses.size()) {
                    int attempts = attempt;
                    LOG.error("{} parks entry {} ({}) after {} attempts", name(), entry.id(), entry.act(), attempts, e);
                    return settle(from, Cursor.at(entry), () -> parking.park(reader, entry, attempts, e, now));
                }
                pause(pauses.get(attempt - 1));
            }
        }
    }

    private boolean settle(Cursor from, Cursor to, Runnable effect) {
        boolean mine = db.transact(() -> {
            if (!from.taken(db, reader.name())) return false;
            effect.run();
            from.moved(db, reader.name(), to);
            return true;
        });
        if (!mine) {
            forget();
            return false;
        }
        stored = to;
        looked = null;
        passed = 0;
        return true;
    }

    private void forget() {
        stored = null;
        looked = null;
        passed = 0;
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to try again", e);
        }
    }
}

package dev.qiao.journal;

import dev.qiao.base.Bell;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tells open pages what happens, at once and without waiting for the horizon: for this node after each commit, else every 200 ms. */
@Component
public final class Live implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final Duration PULSE = Duration.ofMillis(200);
    private static final int MOST_STREAMS = 1_000;
    private static final int MOST_FOR_ONE = 50;

    private final Window window;
    private final Bell bell;
    private final Map<String, Visible> visible;
    private final List<Passing> passing;
    private final List<LiveStream> streams = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    Live(Db db, Workers workers, List<Visible> visible, List<Passing> passing) {
        this.window = new Window(db);
        this.bell = workers.bell();
        this.visible = visible.stream().collect(Collectors.toMap(Visible::kind, v -> v));
        this.passing = List.copyOf(passing);
    }

    /** Begins to listen; to be closed. Errors: too many, when too many listen. */
    public synchronized LiveStream open(Me me) {
        long own = streams.stream().filter(s -> s.person == me.id()).count();
        if (!running || streams.size() >= MOST_STREAMS || own >= MOST_FOR_ONE) {
            throw Refused.tooMany(Duration.ofSeconds(5), "journal.too_many_streams");
        }
        var stream = new LiveStream(this, me.id());
        streams.add(stream);
        window.open();
        return stream;
    }

    void close(LiveStream stream) {
        streams.remove(stream);
    }

    /** What of it this person may know: one entry a subject, the newest. */
    public List<Happened> sightOf(List<Happened> news, Me me) {
        var newest = new HashMap<String, Map<Long, Happened>>();
        for (var each : news) {
            if (may(each.audience(), me))
                newest.computeIfAbsent(each.kind(), _ -> new HashMap<>()).put(each.subject(), each);
        }
        var seen = new HashSet<Happened>();
        newest.forEach((kind, subjects) -> {
            var room = visible.get(kind);
            var among = room == null ? Set.<Long>of() : room.among(subjects.keySet(), me);
            subjects.forEach((subject, each) -> {
                if (among.contains(subject)) seen.add(each);
            });
        });
        return news.stream().filter(seen::contains).toList();
    }

    private static boolean may(Audience audience, Me me) {
        return switch (audience) {
            case PUBLIC -> true;
            case INTERNAL -> me.worksHere();
            case ADMIN -> me.may(Permission.AUDIT_SEE);
        };
    }

    @Override
    public void start() {
        if (running) return;
        running = true;
        Thread.ofVirtual().name("live").start(this::follow);
    }

    private void follow() {
        while (running) {
            long heard = bell.rung();
            try {
                if (listening()) {
                    tell(window.news());
                    for (var each : passing) tell(each.news());
                }
                bell.await(heard, PULSE);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("live pages wait for the database: {}", e.toString());
                streams.forEach(LiveStream::miss);
                if (!sleep()) return;
            }
        }
    }

    private synchronized boolean listening() {
        if (streams.isEmpty()) window.forget();
        return !streams.isEmpty();
    }

    private void tell(@Nullable List<Happened> news) {
        if (news == null) streams.forEach(LiveStream::miss);
        else if (!news.isEmpty()) streams.forEach(stream -> stream.tell(news));
    }

    private static boolean sleep() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
        bell.ring();
        streams.forEach(LiveStream::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

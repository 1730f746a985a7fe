package dev.qiao.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** What happens while somebody listens. */
public final class LiveStream implements AutoCloseable {
    private static final int MOST = 2_000;

    private final BlockingQueue<Happened> heard = new ArrayBlockingQueue<>(MOST);
    private final Live live;
    final long person;
    private volatile boolean missed;
    private volatile boolean ended;

    LiveStream(Live live, long person) {
        this.live = live;
        this.person = person;
    }

    /** Who listens too slowly is told that something was missed, and makes nobody wait. */
    void tell(List<Happened> news) {
        for (var each : news) {
            if (!heard.offer(each)) {
                missed = true;
                return;
            }
        }
    }

    void miss() {
        missed = true;
    }

    void end() {
        ended = true;
    }

    public boolean ended() {
        return ended;
    }

    /** True once when so much happened that not all of it can be told. */
    public boolean missed() {
        if (!missed) return false;
        missed = false;
        heard.clear();
        return true;
    }

    /** What happened since the last call; waits for it, but not longer than that. */
    public List<Happened> next(Duration longest) throws InterruptedException {
        var news = new ArrayList<Happened>();
        var first = heard.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) return news;
        news.add(first);
        heard.drainTo(news);
        return news;
    }

    @Override
    public void close() {
        live.close(this);
    }
}

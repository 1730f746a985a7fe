package dev.qiao.signal.scrape;

import dev.qiao.base.Worker;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends somebody to every exporter whose time has come. It does not wait for them, so that one that hangs holds up no other. */
@Component
class ScrapeWorker implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(ScrapeWorker.class);
    /** Each may bring ten megabytes. */
    private static final int MOST_AT_ONCE = 8;

    private final Sources sources;
    private final ScrapeSql sql;
    private final Scrapes scrapes;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final Rest rest = new Rest(Duration.ofSeconds(1));

    ScrapeWorker(Sources sources, ScrapeSql sql, Scrapes scrapes) {
        this.sources = sources;
        this.sql = sql;
        this.scrapes = scrapes;
    }

    @Override
    public String name() {
        return "signal.scrapes";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        rest.begin(now);
        var all = sources.active(Sender.PROMETHEUS).stream()
                .filter(source -> source.setup().scrape() != null)
                .toList();
        var due = Set.copyOf(sql.take(all, now));
        for (var source : all)
            if (due.contains(source.id()))
                Thread.ofVirtual().name("scrape " + source.id()).start(() -> make(source, now));
        return due.size();
    }

    private void make(Source source, Instant now) {
        free.acquireUninterruptibly();
        try {
            scrapes.make(source, now);
        } catch (RuntimeException failure) {
            LOG.warn("what {} measures could not be written down", source.name(), failure);
        } finally {
            free.release();
        }
    }
}

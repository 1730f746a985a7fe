package dev.qiao.signal.syslog;

import dev.qiao.base.Health;
import dev.qiao.base.Refused;
import dev.qiao.signal.Inbox;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.SyslogSources;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Messages between the network and the inbox. Nobody who speaks syslog can be told to come back, so that while the desk cannot take any
 * more a bounded number waits, and the rest is counted as lost.
 */
@Component
public class SyslogQueue implements Health, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SyslogQueue.class);
    private static final int MOST = 10_000;
    private static final int BUNDLE = 1_000;
    private static final int BUNDLE_BYTES = 512 * 1024;
    private static final Duration GATHER = Duration.ofMillis(200);
    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration LAST = Duration.ofSeconds(5);

    /** A message, and who sent it. */
    private record Heard(InetAddress from, byte[] message) {}

    private final BlockingQueue<Heard> waiting = new ArrayBlockingQueue<>(MOST);
    private final AtomicLong kept = new AtomicLong();
    private final AtomicLong full = new AtomicLong();
    private final AtomicLong nobody = new AtomicLong();
    private final AtomicLong broken = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Inbox inbox;
    private final SyslogSources sources;
    private final InstantSource clock;
    private final Thread writer;
    private volatile boolean closing;

    SyslogQueue(Inbox inbox, SyslogSources sources, InstantSource clock) {
        this.inbox = inbox;
        this.sources = sources;
        this.clock = clock;
        this.writer = Thread.ofVirtual().name("syslog writer").start(this::write);
    }

    /** Waits so long for room; false when there was none, and that is counted. */
    boolean offer(InetAddress from, byte[] message, Duration patience) throws InterruptedException {
        if (waiting.offer(new Heard(from, message), patience.toMillis(), TimeUnit.MILLISECONDS)) return true;
        full.incrementAndGet();
        return false;
    }

    void broken() {
        broken.incrementAndGet();
    }

    void refused() {
        refused.incrementAndGet();
    }

    /** On this node, since it started. */
    public Reception reception() {
        return new Reception(kept.get(), full.get(), nobody.get(), broken.get(), refused.get());
    }

    private void write() {
        try {
            while (!closing || !waiting.isEmpty()) {
                var bundle = bundle();
                if (!bundle.isEmpty()) hand(bundle);
            }
        } catch (InterruptedException _) {
            if (!waiting.isEmpty()) LOG.warn("{} messages of syslog were still waiting", waiting.size());
        }
    }

    private List<Heard> bundle() throws InterruptedException {
        var bundle = new ArrayList<Heard>();
        int bytes = 0;
        long until = System.nanoTime() + GATHER.toNanos();
        while (bundle.size() < BUNDLE && bytes < BUNDLE_BYTES) {
            var message = waiting.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (message == null) break;
            bundle.add(message);
            bytes += message.message().length;
        }
        return bundle;
    }

    /** To each source what is its own. */
    private void hand(List<Heard> bundle) throws InterruptedException {
        var bySource = new LinkedHashMap<Optional<Source>, List<byte[]>>();
        for (var heard : bundle)
            bySource.computeIfAbsent(source(heard.from()), _ -> new ArrayList<>())
                    .add(heard.message());
        for (var each : bySource.entrySet()) {
            if (each.getKey().isPresent()) keep(each.getKey().get(), each.getValue());
            else nobody.addAndGet(each.getValue().size());
        }
    }

    /** While the database cannot be asked, nobody knows; it is asked again. */
    private Optional<Source> source(InetAddress from) throws InterruptedException {
        while (true) {
            try {
                return sources.of(from);
            } catch (RuntimeException failure) {
                LOG.warn("nobody knows yet whose syslog this is", failure);
                Thread.sleep(AGAIN);
            }
        }
    }

    private void keep(Source source, List<byte[]> messages) throws InterruptedException {
        var body = Frames.joined(messages);
        while (true) {
            try {
                inbox.take(source, "", Map.of(), body, clock.instant());
                kept.addAndGet(messages.size());
                return;
            } catch (Refused _) {
                Thread.sleep(AGAIN);
            } catch (RuntimeException failure) {
                LOG.warn("syslog cannot be kept yet", failure);
                Thread.sleep(AGAIN);
            }
        }
    }

    @Override
    public String name() {
        return "syslog";
    }

    @Override
    public Finding look() {
        var now = reception();
        var figures = Map.of("kept", (double) now.kept(), "lost", (double) now.lost());
        return now.lost() == 0
                ? Finding.well("whole", "nothing of syslog was lost").with(figures)
                : Finding.worrying("lost", "some of syslog was lost").with(figures);
    }

    @Override
    public void destroy() throws InterruptedException {
        closing = true;
        if (!writer.join(LAST)) writer.interrupt();
    }
}

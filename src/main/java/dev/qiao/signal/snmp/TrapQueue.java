package dev.qiao.signal.snmp;

import dev.qiao.base.Health;
import dev.qiao.base.Json;
import dev.qiao.base.Refused;
import dev.qiao.signal.Inbox;
import dev.qiao.signal.source.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Traps between the network and the inbox. Who sends a trap cannot be told to come back, so that a bounded number waits, of each source at
 * most half of it, and the rest is counted as lost. Who sends an inform is answered once it is kept, and sends it again until then.
 */
@Component
public class TrapQueue implements Health, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(TrapQueue.class);
    private static final int MOST = 10_000;
    private static final int OF_EACH = MOST / 2;
    private static final int BUNDLE = 1_000;
    /** With the largest trap that there can be behind it a bundle is still no larger than a message may be. */
    private static final int BUNDLE_BYTES = 256 * 1024;

    private static final Duration GATHER = Duration.ofMillis(50);
    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration LAST = Duration.ofSeconds(5);

    /** A trap, whose it is, and what is done once it is kept. */
    private record Heard(Source source, Trap trap, Runnable kept) {}

    private record Bundle(List<Trap> traps) {}

    private final BlockingQueue<Heard> waiting = new ArrayBlockingQueue<>(MOST);
    private final Map<Long, AtomicLong> waitingOf = new ConcurrentHashMap<>();
    private final AtomicLong kept = new AtomicLong();
    private final AtomicLong full = new AtomicLong();
    private final AtomicLong broken = new AtomicLong();
    private final Inbox inbox;
    private final InstantSource clock;
    private final Thread writer;
    private volatile boolean closing;

    TrapQueue(Inbox inbox, InstantSource clock) {
        this.inbox = inbox;
        this.clock = clock;
        this.writer = Thread.ofVirtual().name("trap writer").start(this::write);
    }

    /** False when there is no room, and that is counted. */
    boolean offer(Source source, Trap trap, Runnable kept) {
        var mine = waitingOf.computeIfAbsent(source.id(), _ -> new AtomicLong());
        if (mine.get() < OF_EACH && waiting.offer(new Heard(source, trap, kept))) {
            mine.incrementAndGet();
            return true;
        }
        full.incrementAndGet();
        return false;
    }

    void broken() {
        broken.incrementAndGet();
    }

    /** On this node, since it started. */
    public TrapReception reception() {
        return new TrapReception(kept.get(), full.get(), broken.get());
    }

    private void write() {
        try {
            while (!closing || !waiting.isEmpty()) {
                var bundle = bundle();
                var bySource = new LinkedHashMap<Long, List<Heard>>();
                for (var heard : bundle)
                    bySource.computeIfAbsent(heard.source().id(), _ -> new ArrayList<>())
                            .add(heard);
                for (var each : bySource.values()) keep(each);
            }
        } catch (InterruptedException _) {
            if (!waiting.isEmpty()) LOG.warn("{} traps were still waiting", waiting.size());
        }
    }

    private List<Heard> bundle() throws InterruptedException {
        var bundle = new ArrayList<Heard>();
        int bytes = 0;
        long until = System.nanoTime() + GATHER.toNanos();
        while (bundle.size() < BUNDLE && bytes < BUNDLE_BYTES) {
            var heard = waiting.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (heard == null) break;
            waitingOf.getOrDefault(heard.source().id(), new AtomicLong()).decrementAndGet();
            bundle.add(heard);
            bytes += heard.trap().size();
        }
        return bundle;
    }

    private void keep(List<Heard> heard) throws InterruptedException {
        var traps = new Bundle(heard.stream().map(Heard::trap).toList());
        var body = Json.of(traps).text().getBytes(StandardCharsets.UTF_8);
        while (true) {
            try {
                inbox.take(heard.getFirst().source(), "", Map.of(), body, clock.instant());
                break;
            } catch (Refused _) {
                // This source floods; the others are not held up by it.
                full.addAndGet(heard.size());
                return;
            } catch (RuntimeException failure) {
                LOG.warn("traps cannot be kept yet", failure);
                Thread.sleep(AGAIN);
            }
        }
        kept.addAndGet(heard.size());
        heard.forEach(each -> answer(each.kept()));
    }

    private static void answer(Runnable kept) {
        try {
            kept.run();
        } catch (RuntimeException failure) {
            LOG.debug("an inform could not be answered", failure);
        }
    }

    @Override
    public String name() {
        return "snmp";
    }

    @Override
    public Finding look() {
        var now = reception();
        var figures = Map.of("kept", (double) now.kept(), "lost", (double) now.lost());
        return now.lost() == 0
                ? Finding.well("whole", "no trap was lost").with(figures)
                : Finding.worrying("lost", "some traps were lost").with(figures);
    }

    @Override
    public void destroy() throws InterruptedException {
        closing = true;
        if (!writer.join(LAST)) writer.interrupt();
    }
}

package dev.qiao.signal.probe;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends a look after everything whose time has come. It does not wait for them, so that one that hangs holds up no other. */
@Component
class ProbeWorker implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(ProbeWorker.class);
    private static final int MOST_AT_ONCE = 200;
    private static final int MOST_SWEPT = 10_000;
    private static final Duration LOOKS = Duration.ofDays(2);
    private static final Duration HOURS = Duration.ofDays(92);

    private final ProbeSql probes;
    private final ResultSql results;
    private final Round round;
    private final ProbeFigures figures;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final Rest rest = new Rest(Duration.ofSeconds(1));
    private final Rest broom = new Rest(Duration.ofMinutes(10));

    ProbeWorker(ProbeSql probes, ResultSql results, Round round, ProbeFigures figures) {
        this.probes = probes;
        this.results = results;
        this.round = round;
        this.figures = figures;
    }

    @Override
    public String name() {
        return "signal.probes";
    }

    @Override
    public int work(Instant now) {
        if (!broom.goesOn(now) && results.sweep(now.minus(LOOKS), now.minus(HOURS), MOST_SWEPT) == 0) broom.begin(now);
        if (rest.goesOn(now)) return 0;
        rest.begin(now);
        figures.keep(now);
        int most = free.drainPermits();
        int taken = 0;
        try {
            for (var probe : probes.take(now, most)) {
                taken++;
                Thread.ofVirtual().name("probe " + probe.id()).start(() -> make(probe, now));
            }
        } finally {
            free.release(most - taken);
        }
        return taken;
    }

    private void make(Probe probe, Instant now) {
        try {
            round.make(probe, now);
        } catch (RuntimeException failure) {
            LOG.warn("probe {} could not be written down", probe.id(), failure);
        } finally {
            free.release();
        }
    }
}

package dev.qiao.signal.probe;

import dev.qiao.base.Db;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Looks, writes down what was seen, and tells what became otherwise: in one transaction, so that nothing is told twice or forgotten. */
@Component
class Round {
    private final Db db;
    private final ProbeSql probes;
    private final ResultSql results;
    private final Telling telling;

    Round(Db db, ProbeSql probes, ResultSql results, Telling telling) {
        this.db = db;
        this.probes = probes;
        this.results = results;
        this.telling = telling;
    }

    void make(Probe probe, Instant now) {
        seen(probe, Eye.look(probe.draft(), now));
    }

    /** What was seen of something that was changed meanwhile, or that nobody looks at any more, is forgotten. */
    void seen(Probe looked, Result result) {
        db.transact(() -> {
            var probe = probes.lock(looked.id())
                    .filter(now ->
                            now.version() == looked.version() && now.draft().active())
                    .orElse(null);
            if (probe == null) return;
            var after = probe.standing().after(result, probe.draft());
            probes.stands(probe.id(), after);
            results.insert(probe.id(), result, result.at().truncatedTo(ChronoUnit.HOURS));
            telling.turned(probe, after, result.reason(), result.at());
        });
    }
}

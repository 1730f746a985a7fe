package dev.qiao.signal.probe;

import dev.qiao.base.Db;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks, writes down what was seen, and tells what became otherwise: in one transaction, so that nothing is told twice or forgotten. */
@Component
class Round {
    private final Db db;
    private final ProbeSql probes;
    private final ResultSql results;
    private final Telling telling;
    private final Usuals usuals;
    private final ProbeFigures figures;

    Round(Db db, ProbeSql probes, ResultSql results, Telling telling, Usuals usuals, ProbeFigures figures) {
        this.db = db;
        this.probes = probes;
        this.results = results;
        this.telling = telling;
        this.usuals = usuals;
        this.figures = figures;
    }

    void make(Probe probe, Instant now) {
        seen(probe, Eye.look(probe.draft(), now));
    }

    /** What was seen of something that was changed meanwhile, or that nobody looks at any more, is forgotten. */
    void seen(Probe looked, Result result) {
        boolean counted = db.transact(() -> {
            var probe = probes.lock(looked.id())
                    .filter(now ->
                            now.version() == looked.version() && now.draft().active())
                    .orElse(null);
            if (probe == null) return false;
            var usual = usuals.of(probe, result.at()).orElse(null);
            var after = probe.standing().after(result, probe.draft(), usual);
            probes.stands(probe.id(), after);
            results.insert(probe.id(), List.of(result));
            telling.turned(probe, after, result, usual, result.at());
            return true;
        });
        if (counted) figures.seen(looked, result);
    }
}

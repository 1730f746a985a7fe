package dev.qiao.signal;

import dev.qiao.base.Db;
import dev.qiao.base.Worker;
import dev.qiao.base.Workers;
import dev.qiao.signal.silence.Silence;
import dev.qiao.signal.silence.Silences;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Begins and ends silences: what is wrong falls silent, and what is still wrong when the window is over is considered again. */
@Component
class SilenceWorker implements Worker {
    private static final int PAGE = 1_000;

    private final Db db;
    private final AlertSql alerts;
    private final Judgement judgement;
    private final Silences silences;
    private final Workers workers;

    SilenceWorker(Db db, AlertSql alerts, Judgement judgement, Silences silences, Workers workers) {
        this.db = db;
        this.alerts = alerts;
        this.judgement = judgement;
        this.silences = silences;
        this.workers = workers;
    }

    @Override
    public String name() {
        return "signal.silences";
    }

    @Override
    public boolean listens() {
        return true;
    }

    @Override
    public int work(Instant now) {
        if (silences.due(now).isEmpty()) return 0;
        return db.transact(() -> alerts.tryAlone() ? turn(silences.due(now), now) : 0);
    }

    private int turn(List<Silence> due, Instant now) {
        var over = due.stream().filter(silence -> silence.over(now)).toList();
        alerts.replay(over.stream().map(Silence::id).toList());
        silences.replayed(over);
        var beginning = due.stream().filter(silence -> !silence.over(now)).toList();
        beginning.forEach(this::hush);
        silences.begun(beginning);
        workers.wake();
        return due.size();
    }

    private void hush(Silence silence) {
        var matchers = silence.conditions();
        long after = 0;
        for (var page = alerts.audible(after, PAGE); !page.isEmpty(); page = alerts.audible(after, PAGE)) {
            alerts.silence(
                    silence.id(),
                    page.stream()
                            .filter(alert -> silence.covers(matchers, judgement.traits(alert), alert.service()))
                            .map(Alert::id)
                            .toList());
            after = page.getLast().id();
        }
    }
}

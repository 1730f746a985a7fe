package dev.qiao.signal;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Workers;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.signal.Episodes.Key;
import dev.qiao.signal.SignalFacts.SourceHeard;
import dev.qiao.signal.source.Sources;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was said of alerts becomes alerts: what a source sent, and what the desk itself finds wrong with it, as if the source had told it. */
@Component
public class Alarms {
    /** Something said, and when it was received. */
    record Heard(Told told, Instant at) {}

    private final Db db;
    private final AlertSql alerts;
    private final Judgement judgement;
    private final Journal journal;
    private final Workers workers;

    Alarms(Db db, AlertSql alerts, Judgement judgement, Journal journal, Workers workers) {
        this.db = db;
        this.alerts = alerts;
        this.judgement = judgement;
        this.journal = journal;
        this.workers = workers;
    }

    /** Within the caller's transaction, if there is one. */
    public void tell(long source, List<Told> told, Instant now) {
        hear(source, 0, told.stream().map(each -> new Heard(each, now)).toList(), List.of(), now);
    }

    /**
     * The same of what came in messages. The journal is told where something began or ended, not that somebody said again what is known.
     *
     * @param over groups that are over as a whole, each with when that was said
     */
    void hear(long source, int messages, List<Heard> heard, List<Ended> over, Instant now) {
        if (heard.isEmpty() && over.isEmpty()) return;
        db.transact(() -> {
            alerts.alone();
            var keys = heard.stream()
                    .map(each -> new Key(source, each.told().key()))
                    .distinct()
                    .toList();
            var episodes = new Episodes(alerts.episodes(keys));
            heard.forEach(each -> episodes.hear(source, each.told(), each.at()));
            alerts.put(episodes.changed().stream().map(judgement::graded).toList());
            int ended = episodes.ended();
            for (var each : over) ended += alerts.end(source, each.group(), each.at());
            if (episodes.began() + ended > 0)
                journal.write(entry(source, new SourceHeard(messages, episodes.began(), ended), now));
            workers.wake();
        });
    }

    /** A group that is over as a whole. */
    record Ended(String group, Instant at) {}

    /** What is told of a source. */
    static Entry entry(long source, SignalFacts facts, Instant now) {
        return new Entry(now, Origin.LIVE, Sources.KIND, source, 0, Me.QIAO.id(), Audience.INTERNAL, facts);
    }
}

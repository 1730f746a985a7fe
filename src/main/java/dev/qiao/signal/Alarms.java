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

/** What the desk itself finds wrong with what a source sends: alerts of that source, as if it had told them. */
@Component
public class Alarms {
    private final Db db;
    private final AlertSql alerts;
    private final Journal journal;
    private final Workers workers;

    Alarms(Db db, AlertSql alerts, Journal journal, Workers workers) {
        this.db = db;
        this.alerts = alerts;
        this.journal = journal;
        this.workers = workers;
    }

    /** Within the caller's transaction, if there is one. */
    public void tell(long source, List<Told> told, Instant now) {
        if (told.isEmpty()) return;
        db.transact(() -> {
            var keys = told.stream()
                    .map(each -> new Key(source, each.key()))
                    .distinct()
                    .toList();
            var episodes = new Episodes(alerts.episodes(keys));
            told.forEach(each -> episodes.hear(source, each, now));
            alerts.put(episodes.changed());
            var facts = new SourceHeard(0, episodes.began(), episodes.ended());
            journal.write(new Entry(now, Origin.LIVE, Sources.KIND, source, 0, Me.QIAO.id(), Audience.INTERNAL, facts));
            workers.wake();
        });
    }
}

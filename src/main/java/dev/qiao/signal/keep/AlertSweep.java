package dev.qiao.signal.keep;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Worker;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Incident;
import dev.qiao.signal.IncidentTickets;
import dev.qiao.signal.keep.KeepSql.Old;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Forgets alerts that have been over for more than a year, those of one incident together and only once nobody works on its ticket. */
@Component
class AlertSweep implements Worker {
    static final Duration KEPT = Duration.ofDays(400);
    private static final int AT_ONCE = 500;

    private final Db db;
    private final KeepSql sql;
    private final Alerts alerts;
    private final IncidentTickets tickets;
    private final Rest rest = new Rest(Duration.ofHours(1));
    private long after;

    AlertSweep(Db db, KeepSql sql, Alerts alerts, IncidentTickets tickets) {
        this.db = db;
        this.sql = sql;
        this.alerts = alerts;
        this.tickets = tickets;
    }

    @Override
    public String name() {
        return "signal.alertsweep";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        return db.transact(() -> sql.tryAlone() ? forget(now) : 0);
    }

    private int forget(Instant now) {
        var before = now.minus(KEPT);
        var old = sql.old(after, before, AT_ONCE);
        if (old.isEmpty()) {
            after = 0;
            rest.begin(now);
            return 0;
        }
        var over = old.stream().filter(Old::over).toList();
        var done =
                done(over.stream().map(Old::incident).filter(Objects::nonNull).collect(Collectors.toSet()), before);
        var gone = over.stream()
                .filter(alert -> alert.incident() == null || done.contains(alert.incident()))
                .map(Old::id)
                .toList();
        if (!gone.isEmpty()) sql.forget(gone, done, now);
        after = old.getLast().id();
        return old.size();
    }

    /** Of these incidents those with which everybody is done. */
    private Set<Long> done(Set<Long> incidents, Instant before) {
        if (incidents.isEmpty()) return Set.of();
        var silent = alerts.incidents(sql.silent(incidents, before), Me.QIAO);
        var open = tickets.dealtWith(silent).stream().map(Incident::id).collect(Collectors.toSet());
        return silent.stream()
                .map(Incident::id)
                .filter(id -> !open.contains(id))
                .collect(Collectors.toSet());
    }
}

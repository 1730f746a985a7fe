package dev.qiao.signal;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Outage;
import dev.qiao.base.Refused;
import dev.qiao.base.Worker;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.signal.Correlation.Gathering;
import dev.qiao.signal.IncidentSql.Gathered;
import dev.qiao.signal.SignalFacts.AlertsJoined;
import dev.qiao.signal.SignalFacts.SourceGathered;
import dev.qiao.signal.fold.Failing;
import dev.qiao.signal.fold.Folding;
import dev.qiao.signal.fold.Folds;
import dev.qiao.signal.rule.Opens;
import dev.qiao.signal.silence.Silences;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.recovery.Recoveries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Makes incidents of alerts: what begins joins one or opens one with a ticket, what is over is counted. All of a batch in one
 * transaction, one node at a time, so that a fault never gets two tickets.
 */
@Component
class IncidentWorker implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(IncidentWorker.class);
    private static final int MOST = 500;
    private static final int FEW = 50;
    private static final int MOST_NEAR = 1_000;

    private final Db db;
    private final AlertSql alerts;
    private final IncidentSql incidents;
    private final Judgement judgement;
    private final Silences silences;
    private final Folds folds;
    private final Reports reports;
    private final IncidentTickets tickets;
    private final Recoveries recoveries;
    private final Journal journal;
    private final Rest rest = new Rest(Duration.ofSeconds(10));

    IncidentWorker(
            Db db,
            AlertSql alerts,
            IncidentSql incidents,
            Judgement judgement,
            Silences silences,
            Folds folds,
            Reports reports,
            IncidentTickets tickets,
            Recoveries recoveries,
            Journal journal) {
        this.db = db;
        this.alerts = alerts;
        this.incidents = incidents;
        this.judgement = judgement;
        this.silences = silences;
        this.folds = folds;
        this.reports = reports;
        this.tickets = tickets;
        this.recoveries = recoveries;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "signal.incidents";
    }

    @Override
    public boolean listens() {
        return true;
    }

    @Override
    public int work(Instant now) {
        steady(now);
        try {
            return gathered(() -> some(alerts.changed(MOST)), now);
        } catch (TransientDataAccessException later) {
            throw later;
        } catch (RuntimeException failure) {
            if (Outage.lost(failure)) throw failure;
            LOG.warn("alerts are gathered one by one", failure);
            return alerts.changed(FEW).stream()
                    .mapToInt(alert -> alone(alert.id(), now))
                    .sum();
        }
    }

    private void steady(Instant now) {
        if (rest.goesOn(now)) return;
        rest.begin(now);
        db.transact(() -> alerts.tryAlone() ? incidents.steady(now) : 0);
    }

    private int gathered(Supplier<List<Alert>> changed, Instant now) {
        return db.transact(() -> alerts.tryAlone() ? gather(changed.get(), now) : 0);
    }

    /** One that fails is left with the reason, and holds up no other. */
    private int alone(long id, Instant now) {
        try {
            return gathered(() -> alerts.changedOne(id), now);
        } catch (TransientDataAccessException later) {
            throw later;
        } catch (Refused refused) {
            return aside(id, refused.problems().getFirst());
        } catch (RuntimeException failure) {
            if (Outage.lost(failure)) throw failure;
            LOG.warn("alert {} cannot be given to a ticket", id, failure);
            return aside(id, new Refused.Problem(null, "signal.not_gathered", List.of()));
        }
    }

    private int aside(long id, Refused.Problem problem) {
        db.transact(() -> {
            alerts.alone();
            alerts.aside(id, Json.of(problem));
        });
        return 1;
    }

    /** Those of the first few groups: each may be a ticket, and the transaction is short. */
    private static List<Alert> some(List<Alert> changed) {
        var groups = new HashSet<String>();
        return changed.stream()
                .takeWhile(
                        alert -> groups.contains(alert.group()) || (groups.size() < FEW && groups.add(alert.group())))
                .toList();
    }

    private int gather(List<Alert> changed, Instant now) {
        if (changed.isEmpty()) return 0;
        var quiet = silences.current();
        var judged = withTheirGroups(changed).stream()
                .map(alert ->
                        alert.service() == null ? alert.placed(judgement.service(alert), alert.incident()) : alert)
                .map(alert -> alert.open()
                        ? alert.silenced(quiet.over(judgement.traits(alert), alert.service(), now))
                        : alert)
                .toList();
        var fresh = judged.stream()
                .filter(alert -> alert.open() && alert.incident() == null && alert.silence() == null)
                .toList();
        var failing = judgement.failing(judged);
        var placed = place(fresh, failing, now);
        alerts.settle(judged.stream()
                .map(alert -> alert.placed(alert.service(), placed.getOrDefault(alert.id(), alert.incident())))
                .toList());
        folds.gather(failing);
        journal.write(gathered(judged, now));
        tell(judged, placed, now);
        return changed.size();
    }

    /** Those for which nobody had to come go along once somebody has to come for their group. */
    private List<Alert> withTheirGroups(List<Alert> changed) {
        var calling = changed.stream()
                .filter(alert -> alert.open() && judgement.opens(alert) != Opens.NOTHING)
                .map(Alert::group)
                .distinct()
                .toList();
        if (calling.isEmpty()) return changed;
        var all = new LinkedHashMap<Long, Alert>();
        alerts.lonely(calling, MOST).forEach(alert -> all.put(alert.id(), alert));
        changed.forEach(alert -> all.put(alert.id(), alert));
        return List.copyOf(all.values());
    }

    /** In which incident each of them is now. */
    private Map<Long, Long> place(List<Alert> fresh, List<Failing> failing, Instant now) {
        if (fresh.isEmpty()) return Map.of();
        var folding = folds.of(about(fresh), failing);
        var correlation = new Correlation(near(fresh, folding), judgement.links());
        var folded = correlation.place(fresh, folding, judgement::opens);
        var gatherings = correlation.gatherings();
        var incidents = incidentsOf(gatherings, now);
        var placed = new LinkedHashMap<Long, Long>();
        var gathered = new ArrayList<Gathered>();
        for (int n = 0; n < gatherings.size(); n++) {
            long incident = incidents.get(n);
            for (var alert : gatherings.get(n).alerts()) {
                placed.put(alert.id(), incident);
                if (!folded.containsKey(alert.id()))
                    gathered.add(new Gathered(incident, alert.group(), alert.firstAt()));
            }
        }
        this.incidents.gather(gathered);
        folds.joined(folded);
        return placed;
    }

    private static List<Long> about(List<Alert> alerts) {
        return alerts.stream()
                .map(Alert::service)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The incident of each, with a ticket for those that are new. */
    private List<Long> incidentsOf(List<Gathering> gatherings, Instant now) {
        var fresh = gatherings.stream().filter(each -> each.incident() == null).toList();
        var opened = reports.open(fresh, now);
        var made = incidents.insert(
                opened.stream().map(Ticket::number).toList(),
                fresh.stream().map(Gathering::warning).toList(),
                new ArrayList<>(fresh.stream().map(Gathering::service).toList()),
                now);
        var next = made.iterator();
        return gatherings.stream()
                .map(each -> each.incident() == null
                        ? next.next()
                        : Objects.requireNonNull(each.incident()).id())
                .toList();
    }

    /** Those that these may belong to and that are still dealt with. */
    private List<Incident> near(List<Alert> fresh, Folding folding) {
        var groups = fresh.stream().map(Alert::group).distinct().toList();
        var about = new HashSet<>(about(fresh));
        about(fresh).forEach(service -> about.addAll(judgement.links().beside(service)));
        var since = fresh.stream()
                .map(Alert::firstAt)
                .min(Instant::compareTo)
                .orElseThrow()
                .minus(Correlation.NEAR);
        var found = incidents.near(groups, about, folding.incidents(), since, MOST_NEAR);
        return tickets.dealtWith(found);
    }

    /** Counts the incidents to which something happened, and tells their tickets. */
    private void tell(List<Alert> judged, Map<Long, Long> placed, Instant now) {
        var touched = judged.stream()
                .map(alert -> placed.getOrDefault(alert.id(), alert.incident()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (touched.isEmpty()) return;
        var before = incidents.of(touched).stream().collect(toMap(Incident::id, identity()));
        incidents.count(touched, now);
        var came = placed.values().stream().collect(Collectors.groupingBy(identity(), Collectors.counting()));
        var entries = new ArrayList<Entry>();
        var counted = incidents.of(touched);
        var survivors = tickets.survivors(counted);
        for (var after : counted) {
            long ticket = IncidentTickets.in(after, survivors);
            int joined = came.getOrDefault(after.id(), 0L).intValue();
            if (joined > 0) entries.add(entry(ticket, new AlertsJoined(after.id(), joined), now));
            turn(ticket, Objects.requireNonNull(before.get(after.id())), after, now);
        }
        journal.write(entries);
    }

    /** Who looks at alerts sees where they belong now. */
    private static List<Entry> gathered(List<Alert> judged, Instant now) {
        return judged.stream().collect(Collectors.groupingBy(Alert::source, Collectors.counting())).entrySet().stream()
                .map(each -> Alarms.entry(
                        each.getKey(), new SourceGathered(each.getValue().intValue()), now))
                .toList();
    }

    /** From broken to working, or back. */
    private void turn(long ticket, Incident before, Incident after, Instant now) {
        if (after.restoredAt() != null && before.restoredAt() == null)
            tickets.restored(ticket).ifPresent(since -> recoveries.restored(ticket, since, now));
        if (after.restoredAt() == null && before.restoredAt() != null) recoveries.broken(ticket, now);
    }

    private static Entry entry(long ticket, SignalFacts facts, Instant now) {
        return new Entry(now, Origin.LIVE, Tickets.KIND, ticket, 0, Me.QIAO.id(), Audience.INTERNAL, facts);
    }
}

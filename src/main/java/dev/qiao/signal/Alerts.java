package dev.qiao.signal;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.journal.Visible;
import dev.qiao.signal.Alert.State;
import dev.qiao.signal.SignalFacts.AlertAcknowledged;
import dev.qiao.signal.SignalFacts.AlertResolved;
import dev.qiao.signal.SignalFacts.AlertTriedAgain;
import dev.qiao.ticket.Ticket;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to alerts, for who works here. */
@Component
public class Alerts implements Visible {
    private final Db db;
    private final AlertSql sql;
    private final AlertListSql lists;
    private final IncidentSql incidents;
    private final IncidentTickets tickets;
    private final Journal journal;
    private final Workers workers;

    Alerts(
            Db db,
            AlertSql sql,
            AlertListSql lists,
            IncidentSql incidents,
            IncidentTickets tickets,
            Journal journal,
            Workers workers) {
        this.db = db;
        this.sql = sql;
        this.lists = lists;
        this.incidents = incidents;
        this.tickets = tickets;
        this.journal = journal;
        this.workers = workers;
    }

    /** Whether what is over is wanted. */
    public enum Over {
        NO,
        ONLY,
        TOO
    }

    /**
     * What makes them fewer.
     *
     * @param name the label {@code alertname}, else the title; null: any
     * @param words somewhere in title, name or key, of the newest 200,000; null: any
     * @param flapping whether only those that flap
     * @param from when they began; null: whenever
     */
    public record Narrow(
            @Nullable String name,
            @Nullable String words,
            @Nullable Long service,
            boolean flapping,
            @Nullable Instant from,
            @Nullable Instant to) {
        public static final Narrow NOT = new Narrow(null, null, null, false, null, null);
    }

    /**
     * Which are wanted.
     *
     * @param state null: whatever it is
     * @param severities null: all
     */
    public record Filter(
            Over over, @Nullable State state, @Nullable Collection<Severity> severities, Narrow narrow) {
        /** Those in this state; null: all that are not over. */
        public static Filter of(@Nullable State state, @Nullable Collection<Severity> severities) {
            return new Filter(state == State.RESOLVED ? Over.ONLY : Over.NO, state, severities, Narrow.NOT);
        }
    }

    /**
     * What is wrong, or was; the newest first.
     *
     * @param before the number after which the page begins
     */
    public List<Alert> list(Filter filter, long before, int limit, Me me) {
        mustWorkHere(me);
        return lists.list(filter, before, limit);
    }

    /** The same of a state alone. */
    public List<Alert> list(
            @Nullable State state, @Nullable Collection<Severity> severities, long before, int limit, Me me) {
        return list(Filter.of(state, severities), before, limit, me);
    }

    /** Errors: not found, also for who does not work here. */
    public Alert find(long id, Me me) {
        if (!me.worksHere()) throw unknown();
        return sql.find(id).orElseThrow(Alerts::unknown);
    }

    /** Those that are dealt with in a ticket, its own and what was merged into it; who asks has seen the ticket. */
    public List<Incident> incidentsOf(Ticket ticket, Me me) {
        return me.worksHere() ? tickets.all(ticket, me) : List.of();
    }

    /** Of an incident: what is still wrong first, then the newest. */
    public List<Alert> of(Incident incident, int limit, Me me) {
        mustWorkHere(me);
        return sql.of(incident.id(), limit);
    }

    /** The tickets of these incidents, by the numbers of the incidents. */
    public List<Incident> incidents(Collection<Long> ids, Me me) {
        mustWorkHere(me);
        return ids.isEmpty() ? List.of() : incidents.of(ids);
    }

    /** Somebody knows of it. A second time is harmless. Errors: conflict, when it is over. */
    public void acknowledge(long id, Me me, Instant now) {
        me.must(Permission.TICKET_WORK);
        if (find(id, me).state() == State.ACKNOWLEDGED) return;
        become(id, State.ACKNOWLEDGED, Set.of(State.OPEN), null, new AlertAcknowledged(), me, now);
    }

    /** It is over, although its sender has not said so. Errors: conflict, when it is. */
    public void resolve(long id, Me me, Instant now) {
        me.must(Permission.TICKET_WORK);
        var alert = find(id, me);
        var end = now.isBefore(alert.beganAt()) ? alert.beganAt() : now;
        become(id, State.RESOLVED, EnumSet.of(State.OPEN, State.ACKNOWLEDGED), end, new AlertResolved(), me, now);
    }

    /** Why these could not be given to a ticket, by their numbers; only those that were left. */
    public Map<Long, Refused.Problem> problems(Collection<Long> ids, Me me) {
        mustWorkHere(me);
        return ids.isEmpty() ? Map.of() : sql.problems(ids);
    }

    /** What could not be given to a ticket is tried again. Errors: conflict, when it was not left. */
    public void gather(long id, Me me, Instant now) {
        me.must(Permission.TICKET_WORK);
        find(id, me);
        db.transact(() -> {
            sql.alone();
            if (!sql.again(id)) throw Refused.conflict("signal.not_left");
            journal.write(
                    new Entry(now, me.origin(), kind(), id, 0, me.id(), Audience.INTERNAL, new AlertTriedAgain()));
            workers.wake();
        });
    }

    private void become(
            long id, State state, Set<State> from, @Nullable Instant ended, SignalFacts facts, Me me, Instant now) {
        db.transact(() -> {
            sql.alone();
            if (!sql.become(id, state, from, ended)) throw Refused.conflict("signal.alert_over");
            journal.write(new Entry(now, me.origin(), kind(), id, 0, me.id(), Audience.INTERNAL, facts));
            workers.wake();
        });
    }

    @Override
    public String kind() {
        return "alert";
    }

    @Override
    public Set<Long> among(Collection<Long> subjects, Me me) {
        return me.worksHere() ? Set.copyOf(subjects) : Set.of();
    }

    private static void mustWorkHere(Me me) {
        if (!me.worksHere()) throw Refused.forbidden("base.missing_permission", Permission.TICKET_WORK.code());
    }

    private static Refused unknown() {
        return Refused.notFound("signal.no_alert");
    }
}

package dev.qiao.dispatch;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.dispatch.Escalations.Told;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.sla.ladder.ClockClimbed;
import dev.qiao.sla.ladder.Ladders;
import dev.qiao.sla.ladder.Mark;
import dev.qiao.sla.ladder.Rung;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells whom the ladder of an agreement names that a promise is in danger or broken; what was imported tells nobody. */
@Component
class EscalationReader implements Reader {
    private final Tickets tickets;
    private final Ladders ladders;
    private final EscalationSql sql;
    private final Escalations escalations;
    private final Journal journal;

    EscalationReader(Tickets tickets, Ladders ladders, EscalationSql sql, Escalations escalations, Journal journal) {
        this.tickets = tickets;
        this.ladders = ladders;
        this.sql = sql;
        this.escalations = escalations;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "dispatch.escalation";
    }

    @Override
    public boolean wants(Recorded entry) {
        return entry.live() && entry.kind().equals(Tickets.KIND) && entry.is(ClockClimbed.class);
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var known = tickets.of(batch.stream().map(Recorded::subject).distinct().toList()).stream()
                .collect(toMap(Ticket::number, identity()));
        var steps = new ArrayList<Escalation>();
        for (var entry : batch) {
            var ticket = known.get(entry.subject());
            if (ticket != null) steps.addAll(steps(ticket, entry.as(ClockClimbed.class), now));
        }
        return () -> journal.write(entries(sql.once(steps), known, now));
    }

    /** Nobody is told twice of one moment: the first level that names them counts. */
    private List<Escalation> steps(Ticket ticket, ClockClimbed climbed, Instant now) {
        if (!owed(ticket, climbed)) return List.of();
        var told = new LinkedHashMap<Long, Told>();
        for (var rung : ladders.of(climbed.agreement())) {
            if (!at(rung, climbed)) continue;
            escalations.told(ticket, rung, now).forEach(one -> told.putIfAbsent(one.person(), one));
        }
        return told.values().stream()
                .map(one -> Escalation.of(ticket, climbed, one.level(), one.person(), now))
                .toList();
    }

    private static boolean at(Rung rung, ClockClimbed climbed) {
        return rung.metric().code().equals(climbed.metric())
                && rung.mark().code().equals(climbed.mark());
    }

    /** A breach is told also of what was answered meanwhile; what comes after it only while it is owed. */
    private static boolean owed(Ticket ticket, ClockClimbed climbed) {
        if (!ticket.stage().open()) return false;
        return Mark.of(climbed.mark()).equals(Mark.DUE)
                || !climbed.metric().equals("response")
                || ticket.times().respondedAt() == null;
    }

    private List<Entry> entries(List<Escalation> steps, Map<Long, Ticket> known, Instant now) {
        return steps.stream()
                .map(step -> escalations.entry(Objects.requireNonNull(known.get(step.ticket())), step, now))
                .toList();
    }
}

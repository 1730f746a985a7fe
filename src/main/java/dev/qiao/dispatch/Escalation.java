package dev.qiao.dispatch;

import dev.qiao.dispatch.TicketEscalated.Level;
import dev.qiao.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step up: assignee at half and three quarters of the time, assignee and lead when it is over, the service manager a while later.
 *
 * @param person who is told; null for a step that only waits for its moment
 * @param dueAt when it is taken; null: now
 */
record Escalation(
        long ticket,
        String metric,
        Level level,
        int percent,
        @Nullable Long person,
        Instant at,
        @Nullable Instant dueAt) {

    /** Whom a warning or a breach concerns; where nobody has the ticket, the lead is told of warnings too. */
    static List<Escalation> of(Ticket ticket, ClockFact fact, @Nullable Long lead, Policy policy, Instant now) {
        var assignee = ticket.place().person();
        Map<Long, Level> told = new LinkedHashMap<>();
        if (assignee != null) told.put(assignee, Level.ASSIGNEE);
        boolean broken = switch (fact) {
            case ClockFact.ClockWarned _ -> false;
            case ClockFact.ClockBreached _ -> true;
        };
        if (lead != null && (broken || assignee == null)) told.putIfAbsent(lead, Level.LEAD);
        var steps = new ArrayList<Escalation>();
        told.forEach((person, level) ->
                steps.add(new Escalation(ticket.number(), fact.metric(), level, fact.percent(), person, now, null)));
        if (broken) {
            var then = now.plus(policy.manager());
            steps.add(new Escalation(ticket.number(), fact.metric(), Level.MANAGER, fact.percent(), null, now, then));
        }
        return List.copyOf(steps);
    }

    /** Whether what was promised is still owed. */
    boolean owed(Ticket ticket) {
        return ticket.stage().open()
                && (!metric.equals("response") || ticket.times().respondedAt() == null);
    }
}

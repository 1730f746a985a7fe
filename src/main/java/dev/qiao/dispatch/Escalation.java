package dev.qiao.dispatch;

import dev.qiao.dispatch.TicketEscalated.Level;
import dev.qiao.sla.ladder.ClockClimbed;
import dev.qiao.ticket.Ticket;
import java.time.Instant;

/**
 * Somebody is told because a promise has come to a level of its ladder.
 *
 * @param mark the level's moment, such as {@code p75}
 * @param percent of the promised time that is spent
 */
record Escalation(long ticket, String metric, Level level, String mark, int percent, long person, Instant at) {

    static Escalation of(Ticket ticket, ClockClimbed climbed, Level level, long person, Instant now) {
        return new Escalation(ticket.number(), climbed.metric(), level, climbed.mark(), climbed.percent(), person, now);
    }
}

package dev.qiao.ticket;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Ticket.Act;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Who may do what to a ticket that they see. The verbs ask here, and so does the list of what one may do now. */
final class Rules {
    private Rules() {}

    /** Errors: forbidden, with the reason. */
    static void check(Act act, Ticket ticket, Me me) {
        if (me.machine()) return;
        switch (act) {
            case ACCEPTANCE, ASSIGNMENT, HOLD, RESUME, RESOLUTION, EDIT, LINKS, MERGE -> worksOn(ticket, me);
            case SPLIT -> {
                worksOn(ticket, me);
                if (ticket.matter().restricted()) me.must(Permission.TICKET_RESTRICT);
            }
            case HAND_BACK -> {
                worksOn(ticket, me);
                var engineer = ticket.stage().owner();
                boolean mine = engineer != null && engineer == me.id();
                if (!mine && !me.may(Permission.TICKET_DISPATCH)) throw Refused.forbidden("ticket.not_yours");
            }
            case CLOSURE -> {
                if (!asks(ticket, me)) me.must(Permission.TICKET_DISPATCH);
            }
            case REOPENING -> {
                if (!asks(ticket, me)) worksOn(ticket, me);
            }
            case NUDGES -> {
                if (!asks(ticket, me)) me.must(Permission.TICKET_WORK);
            }
            case COMMENTS, ATTACHMENTS -> {
                if (!me.may(Permission.TICKET_WORK)) me.must(Permission.REQUEST);
            }
            case INTERNAL_COMMENTS, WATCHING, CHECKLIST, EFFORT, FOLLOW_UP -> me.must(Permission.TICKET_WORK);
        }
    }

    /** What this person may do now: the rights above, and what the stage allows, tried out on the ticket itself. */
    static List<Act> allowed(Ticket ticket, Me me, Instant now) {
        return Arrays.stream(Act.values())
                .filter(act -> allowed(act, ticket, me, now))
                .toList();
    }

    static boolean allowed(Act act, Ticket ticket, Me me, Instant now) {
        try {
            check(act, ticket, me);
            return changes(act, ticket, me, now);
        } catch (Refused _) {
            return false;
        }
    }

    /** Tries the act; false where it would change nothing: then it gives back the very ticket. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean changes(Act act, Ticket ticket, Me me, Instant now) {
        return switch (act) {
            case ACCEPTANCE -> ticket.accept(me.id(), now) != ticket;
            case HAND_BACK -> ticket.handBack(now) != ticket;
            case ASSIGNMENT -> ticket.assign(null, null, now) != null;
            case HOLD -> ticket.hold(HoldFor.OTHER, "", null, now) != ticket;
            case RESUME -> ticket.resume(now) != ticket;
            case RESOLUTION -> ticket.resolve(trial(me, now), null, now) != ticket;
            case CLOSURE ->
                ticket.stage() instanceof Stage.Waiting
                        ? asks(ticket, me) && ticket.cancel(trial(me, now), now) != ticket
                        : ticket.close(now) != ticket;
            case REOPENING -> ticket.reopen(now) != ticket;
            case COMMENTS, INTERNAL_COMMENTS, ATTACHMENTS, EDIT, WATCHING, LINKS, MERGE, SPLIT -> true;
            case CHECKLIST, EFFORT, FOLLOW_UP -> true;
            case NUDGES -> ticket.nudged(now) != ticket;
        };
    }

    private static Resolution trial(Me me, Instant now) {
        return new Resolution(Outcome.FIXED, Cause.UNKNOWN, "", now, me.id(), now);
    }

    static boolean asks(Ticket ticket, Me me) {
        return ticket.matter().asks(me);
    }

    /** A word of this person is the desk's: somebody who works here, and not about their own fault. */
    static boolean speaksForTheDesk(Ticket ticket, Me me) {
        return !me.machine()
                && me.may(Permission.TICKET_WORK)
                && me.id() != ticket.matter().requester();
    }

    private static void worksOn(Ticket ticket, Me me) {
        me.must(Permission.TICKET_WORK);
        var team = ticket.place().team();
        var person = ticket.place().person();
        boolean mine = person != null && person == me.id();
        if (team == null || mine || me.in(team) || me.may(Permission.TICKET_DISPATCH)) return;
        throw Refused.forbidden("ticket.not_your_team");
    }
}

package dev.qiao.dispatch;

import dev.qiao.journal.Recorded;
import dev.qiao.ticket.TicketFact.TicketAssigned;
import dev.qiao.ticket.TicketFact.TicketHandedBack;
import dev.qiao.ticket.TicketFact.TicketHandedOver;
import dev.qiao.ticket.TicketFact.TicketOpened;
import dev.qiao.ticket.TicketFact.TicketReopened;
import dev.qiao.ticket.TicketFact.TicketResumed;
import dev.qiao.ticket.TicketFact.TicketTakenBack;
import dev.qiao.ticket.TicketFact.TicketWentLive;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What makes a decision necessary.
 *
 * @param passed who had it and does not want it now
 */
record Cause(Reason reason, Set<Long> passed) {
    static final Cause ASKED = plain("dispatch.cause_asked");

    /** Nobody accepted in so many minutes; these were asked. */
    static Cause silence(long minutes, Set<Long> asked) {
        return new Cause(Reason.of("dispatch.cause_silence", minutes), asked);
    }

    /** Empty for an act that asks for no decision. */
    static Optional<Cause> of(Recorded act) {
        if (act.is(TicketOpened.class)) return Optional.of(plain("dispatch.cause_opened"));
        if (act.is(TicketWentLive.class)) return Optional.of(plain("dispatch.cause_went_live"));
        if (act.is(TicketReopened.class)) return Optional.of(plain("dispatch.cause_reopened"));
        if (act.is(TicketResumed.class)) return Optional.of(plain("dispatch.cause_resumed"));
        if (act.is(TicketTakenBack.class)) return Optional.of(plain("dispatch.cause_taken_back"));
        if (act.is(TicketAssigned.class)) return Optional.of(plain("dispatch.cause_assigned"));
        if (act.is(TicketHandedOver.class)) {
            return Optional.of(without(
                    "dispatch.cause_handed_over", act.as(TicketHandedOver.class).fromPerson()));
        }
        if (act.is(TicketHandedBack.class)) {
            return Optional.of(without(
                    "dispatch.cause_handed_back", act.as(TicketHandedBack.class).engineer()));
        }
        return Optional.empty();
    }

    private static Cause plain(String key) {
        return new Cause(Reason.of(key), Set.of());
    }

    private static Cause without(String key, @Nullable Long person) {
        return new Cause(Reason.of(key), person == null ? Set.of() : Set.of(person));
    }
}

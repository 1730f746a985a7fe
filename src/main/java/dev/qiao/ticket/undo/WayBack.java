package dev.qiao.ticket.undo;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Json;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Acting.Said;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.departure.Departures;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps how a ticket stands with what stands beside it, and brings all of it back. */
@Component
class WayBack {
    private final Acting acting;
    private final Departures departures;
    private final ObjectProvider<Beside> besides;
    private final ObjectProvider<Answered> answers;

    WayBack(Acting acting, Departures departures, ObjectProvider<Beside> besides, ObjectProvider<Answered> answers) {
        this.acting = acting;
        this.departures = departures;
        this.besides = besides;
        this.answers = answers;
    }

    Before look(Ticket ticket) {
        return Before.of(
                ticket,
                besides.orderedStream()
                        .collect(toMap(
                                Beside::code, part -> part.keep(ticket.number()).node())));
    }

    /**
     * Errors: stale, where anything happened since; conflict, where the requester has answered a solution since.
     *
     * @param version of the ticket after the act
     * @param answered whether words to the requester came with the act
     * @param said of the act, where it changed the ticket itself
     * @param allowed is shown the ticket as it stood, and refuses
     */
    Ticket go(
            long number,
            int version,
            Before before,
            boolean answered,
            List<Said> said,
            Me me,
            Instant now,
            Consumer<Ticket> allowed) {
        return acting.after(number, me, now, (ticket, at) -> {
            if (ticket.version() != version) throw Refused.stale("ticket.undo.changed_since", number);
            var was = before.ticket(ticket, answered);
            allowed.accept(was);
            check(ticket, was);
            var beside = besides.orderedStream()
                    .flatMap(part -> bringBack(part, number, before))
                    .toList();
            var told = !beside.isEmpty() && same(was, ticket) ? beside : both(said, beside);
            return departures.present(new Done(ticket.asBefore(was, at), told), at);
        });
    }

    /** Errors: conflict, where what would be open again has been answered as a solution. */
    void check(Ticket ticket, Ticket was) {
        if (ticket.stage().open() || !was.stage().open()) return;
        answers.orderedStream().forEach(answered -> answered.check(ticket));
    }

    private static Stream<Said> bringBack(Beside part, long number, Before before) {
        var kept = before.beside().get(part.code());
        return kept == null ? Stream.of() : part.bringBack(number, new Json(kept.toString())).stream();
    }

    private static List<Said> both(List<Said> some, List<Said> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Whether the act left what the ticket itself says as it was. */
    private static boolean same(Ticket was, Ticket is) {
        return was.matter().equals(is.matter())
                && was.weight().equals(is.weight())
                && was.stage().equals(is.stage());
    }
}

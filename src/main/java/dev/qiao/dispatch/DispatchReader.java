package dev.qiao.dispatch;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Origin;
import dev.qiao.dispatch.Decider.Question;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketFact.TicketAccepted;
import dev.qiao.ticket.TicketFact.TicketAssigned;
import dev.qiao.ticket.TicketFact.TicketCancelled;
import dev.qiao.ticket.TicketFact.TicketHandedBack;
import dev.qiao.ticket.TicketFact.TicketHandedOver;
import dev.qiao.ticket.TicketFact.TicketHeld;
import dev.qiao.ticket.TicketFact.TicketOpened;
import dev.qiao.ticket.TicketFact.TicketReopened;
import dev.qiao.ticket.TicketFact.TicketResolved;
import dev.qiao.ticket.TicketFact.TicketResumed;
import dev.qiao.ticket.TicketFact.TicketWentLive;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Follows what happens to tickets now: what waits with nobody is decided and placed, what was accepted or has gone elsewhere is no
 * longer offered. It looks at each ticket as it stands, so that several acts at once make one decision.
 */
@Component
class DispatchReader implements Reader {
    private static final Set<String> FOLLOWED = Stream.of(
                    TicketOpened.class,
                    TicketWentLive.class,
                    TicketAssigned.class,
                    TicketHandedOver.class,
                    TicketHandedBack.class,
                    TicketReopened.class,
                    TicketResumed.class,
                    TicketAccepted.class,
                    TicketHeld.class,
                    TicketResolved.class,
                    TicketCancelled.class)
            .map(Facts::act)
            .collect(Collectors.toUnmodifiableSet());

    private final Tickets tickets;
    private final Decider decider;
    private final Placer placer;
    private final OfferSql offers;
    private final RuleSql rules;

    DispatchReader(Tickets tickets, Decider decider, Placer placer, OfferSql offers, RuleSql rules) {
        this.tickets = tickets;
        this.decider = decider;
        this.placer = placer;
        this.offers = offers;
        this.rules = rules;
    }

    @Override
    public String name() {
        return "dispatch";
    }

    @Override
    public boolean wants(Recorded entry) {
        return entry.live() && entry.kind().equals(Tickets.KIND) && FOLLOWED.contains(entry.act()) && !ours(entry);
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var touched = batch.stream().map(Recorded::subject).collect(Collectors.toSet());
        var offered = offers.of(touched);
        var known = tickets.of(touched).stream().collect(toMap(Ticket::number, identity()));
        var causes = causes(batch);
        var questions = new ArrayList<Question>();
        for (var ticket : known.values()) {
            var cause = causes.get(ticket.number());
            if (cause != null && waits(ticket) && ticket.place().person() == null)
                questions.add(new Question(ticket, cause));
        }
        questions.sort((a, b) -> Long.compare(a.ticket().number(), b.ticket().number()));
        var answers = decider.decide(questions, now);
        var over = offered.stream().filter(offer -> !holds(offer, known)).toList();
        var kept = offered.stream()
                .filter(offer -> holds(offer, known))
                .map(Offer::ticket)
                .collect(Collectors.toSet());
        var again = again(batch, known, kept, now);
        return () -> {
            offers.withdraw(over);
            placer.carry(answers, Origin.LIVE, now);
            offers.put(again);
        };
    }

    /** The last act of each ticket that asks for a decision. */
    private static Map<Long, Cause> causes(List<Recorded> batch) {
        var causes = new LinkedHashMap<Long, Cause>();
        for (var act : batch) Cause.of(act).ifPresent(cause -> causes.put(act.subject(), cause));
        return causes;
    }

    /** What came back from hold to somebody who has not accepted it yet is offered to them once more. */
    private List<Offer> again(List<Recorded> batch, Map<Long, Ticket> known, Set<Long> kept, Instant now) {
        var policy = rules.policy();
        return batch.stream()
                .filter(act -> act.is(TicketResumed.class) && !kept.contains(act.subject()))
                .map(act -> Optional.ofNullable(known.get(act.subject())))
                .flatMap(Optional::stream)
                .distinct()
                .flatMap(ticket -> again(ticket, policy, now).stream())
                .toList();
    }

    private static Optional<Offer> again(Ticket ticket, Policy policy, Instant now) {
        var team = ticket.place().team();
        var person = ticket.place().person();
        if (!waits(ticket) || team == null || person == null) return Optional.empty();
        var toAccept = policy.toAccept(ticket.weight().priority());
        return Optional.of(Offer.of(ticket.number(), team, person, Set.of(), now, toAccept));
    }

    /** Whether what is offered is still as it was offered. */
    static boolean holds(Offer offer, Map<Long, Ticket> known) {
        var ticket = known.get(offer.ticket());
        return ticket != null
                && waits(ticket)
                && Long.valueOf(offer.person()).equals(ticket.place().person());
    }

    private static boolean waits(Ticket ticket) {
        return ticket.stage() instanceof Stage.Waiting;
    }

    private static boolean ours(Recorded entry) {
        return entry.is(TicketAssigned.class) && entry.as(TicketAssigned.class).reason() != null;
    }
}

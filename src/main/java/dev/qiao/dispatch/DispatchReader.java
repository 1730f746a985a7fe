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
import dev.qiao.ticket.TicketFact.TicketEdited;
import dev.qiao.ticket.TicketFact.TicketHandedBack;
import dev.qiao.ticket.TicketFact.TicketHandedOver;
import dev.qiao.ticket.TicketFact.TicketHeld;
import dev.qiao.ticket.TicketFact.TicketOpened;
import dev.qiao.ticket.TicketFact.TicketReopened;
import dev.qiao.ticket.TicketFact.TicketResolved;
import dev.qiao.ticket.TicketFact.TicketResumed;
import dev.qiao.ticket.TicketFact.TicketTakenBack;
import dev.qiao.ticket.TicketFact.TicketWentLive;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Follows what happens to tickets now: what waits with nobody is decided and placed, what was accepted or has gone elsewhere is no
 * longer offered. It looks at each ticket as it stands, so that several acts at once make one decision.
 */
@Component
class DispatchReader implements Reader {
    private static final Set<String> FOLLOWED = acts(Stream.of(
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
            TicketCancelled.class,
            TicketTakenBack.class,
            TicketEdited.class));

    /** Acts after which a ticket may wait for somebody who has yet to accept it. */
    private static final Set<String> GIVEN = acts(Stream.of(
            TicketAssigned.class,
            TicketHandedOver.class,
            TicketReopened.class,
            TicketResumed.class,
            TicketTakenBack.class,
            TicketWentLive.class));

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
        return entry.live()
                && entry.kind().equals(Tickets.KIND)
                && FOLLOWED.contains(entry.act())
                && !ours(entry)
                && (!entry.is(TicketEdited.class) || reweighs(entry));
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
        var kept = offered.stream().filter(offer -> holds(offer, known)).toList();
        var policy = rules.policy();
        var given = given(batch, known, kept, causes, policy, now);
        var timed = timed(batch, known, kept, policy);
        return () -> {
            offers.withdraw(over);
            placer.carry(answers, Origin.LIVE, now);
            offers.put(given);
            offers.time(timed);
        };
    }

    /** The last act of each ticket that asks for a decision. */
    private static Map<Long, Cause> causes(List<Recorded> batch) {
        var causes = new LinkedHashMap<Long, Cause>();
        for (var act : batch) Cause.of(act).ifPresent(cause -> causes.put(act.subject(), cause));
        return causes;
    }

    /** What a person gave somebody, or what came back to somebody, is theirs to accept in time like what dispatch gave them. */
    private static List<Offer> given(
            List<Recorded> batch,
            Map<Long, Ticket> known,
            List<Offer> kept,
            Map<Long, Cause> causes,
            Policy policy,
            Instant now) {
        var running = kept.stream().map(Offer::ticket).collect(Collectors.toSet());
        return subjects(batch, act -> GIVEN.contains(act.act())).stream()
                .filter(number -> !running.contains(number))
                .flatMap(number -> Optional.ofNullable(known.get(number)).stream())
                .flatMap(ticket -> given(ticket, causes.get(ticket.number()), policy, now).stream())
                .toList();
    }

    private static Optional<Offer> given(Ticket ticket, @Nullable Cause cause, Policy policy, Instant now) {
        var team = ticket.place().team();
        var person = ticket.place().person();
        if (!waits(ticket) || team == null || person == null) return Optional.empty();
        var passed = cause == null ? Set.<Long>of() : cause.passed();
        var toAccept = policy.toAccept(ticket.weight().priority());
        return Optional.of(Offer.of(ticket.number(), team, person, passed, now, toAccept));
    }

    /** Another priority has another time to accept; what has passed of it since the offer counts. */
    private static List<Offer> timed(List<Recorded> batch, Map<Long, Ticket> known, List<Offer> kept, Policy policy) {
        var edited = subjects(batch, act -> act.is(TicketEdited.class));
        return kept.stream()
                .filter(offer -> edited.contains(offer.ticket()))
                .map(offer -> offer.within(policy.toAccept(Objects.requireNonNull(known.get(offer.ticket()))
                        .weight()
                        .priority())))
                .toList();
    }

    private static Set<Long> subjects(List<Recorded> batch, Predicate<Recorded> which) {
        return batch.stream().filter(which).map(Recorded::subject).collect(Collectors.toCollection(TreeSet::new));
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

    private static boolean reweighs(Recorded entry) {
        return entry.as(TicketEdited.class).edits().stream()
                .anyMatch(edit -> edit.field().equals("priority"));
    }

    private static Set<String> acts(Stream<Class<? extends Facts>> types) {
        return types.map(Facts::act).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean ours(Recorded entry) {
        return entry.is(TicketAssigned.class) && entry.as(TicketAssigned.class).reason() != null;
    }
}

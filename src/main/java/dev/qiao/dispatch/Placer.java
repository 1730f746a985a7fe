package dev.qiao.dispatch;

import dev.qiao.base.Origin;
import dev.qiao.dispatch.Decider.Answer;
import dev.qiao.dispatch.Escalations.Told;
import dev.qiao.dispatch.TicketEscalated.Level;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.ticket.Placing;
import dev.qiao.ticket.Placing.Placement;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Carries decisions out, within the transaction of the caller: places by compare-and-set, so that who was placed meanwhile stays
 * placed; keeps what was decided; offers it, or tells the lead, or who stands above the team, that nobody is left.
 */
@Component
class Placer {
    private final Placing placing;
    private final DecisionSql decisions;
    private final OfferSql offers;
    private final RuleSql rules;
    private final Journal journal;
    private final Escalations escalations;

    Placer(
            Placing placing,
            DecisionSql decisions,
            OfferSql offers,
            RuleSql rules,
            Journal journal,
            Escalations escalations) {
        this.escalations = escalations;
        this.placing = placing;
        this.decisions = decisions;
        this.offers = offers;
        this.rules = rules;
        this.journal = journal;
    }

    /** Returns the decisions that hold. Offers are made for what happens now only. */
    List<Decision> carry(List<Answer> answers, Origin origin, Instant now) {
        if (answers.isEmpty()) return List.of();
        // Offers are locked before tickets, here as in the worker: two that meet wait for each other in one direction
        // only.
        offers.lock(answers.stream().map(a -> a.ticket().number()).toList());
        var placed = placing.place(
                answers.stream().filter(Placer::moves).map(Placer::placement).toList(), origin, now);
        var held = answers.stream()
                .filter(a -> !moves(a) || placed.contains(a.ticket().number()))
                .toList();
        offers.end(held.stream().map(a -> a.ticket().number()).toList());
        decisions.insert(held.stream().map(Answer::decision).toList());
        if (origin == Origin.LIVE) {
            offers.put(offers(held, now));
            journal.write(escalations(held, now));
        }
        return held.stream().map(Answer::decision).toList();
    }

    /** Nothing moves where nobody was found, or where the right one has it already. */
    private static boolean moves(Answer answer) {
        var at = answer.ticket().place();
        var to = answer.decision();
        return to.team() != null && !(to.team().equals(at.team()) && Objects.equals(to.person(), at.person()));
    }

    private static Placement placement(Answer answer) {
        var to = answer.decision();
        return new Placement(
                to.ticket(),
                answer.ticket().place(),
                to.team(),
                to.person(),
                to.reason().key());
    }

    private List<Offer> offers(List<Answer> held, Instant now) {
        var policy = rules.policy();
        var made = new ArrayList<Offer>();
        for (var answer : held) {
            var to = answer.decision();
            if (to.team() == null || to.person() == null || to.last()) continue;
            var toAccept = policy.toAccept(answer.ticket().weight().priority());
            made.add(Offer.of(
                    to.ticket(),
                    to.team(),
                    to.person(),
                    answer.question().cause().passed(),
                    now,
                    toAccept));
        }
        return made;
    }

    /** Who has it because nobody accepted is told so; one who has it because nobody is on duty sees it by being given it. */
    private List<Entry> escalations(List<Answer> held, Instant now) {
        return held.stream()
                .flatMap(a -> told(a).map(one -> escalation(a.ticket(), one, now)))
                .toList();
    }

    /** The lead; above a team that nobody leads, whoever manages the service. */
    private Stream<Told> told(Answer answer) {
        var decision = answer.decision();
        return switch (decision.reason().key()) {
            case Turn.EVERYONE_ASKED -> Stream.of(new Told(Objects.requireNonNull(decision.person()), Level.LEAD));
            case Turn.NOBODY_LEFT -> escalations.aboveTheTeam(answer.ticket()).stream();
            default -> Stream.of();
        };
    }

    private static Entry escalation(Ticket ticket, Told told, Instant now) {
        var fact = new TicketEscalated(told.level(), told.person(), "acceptance", 100);
        return new Entry(now, Origin.LIVE, Tickets.KIND, ticket.number(), ticket.version(), 0, Audience.INTERNAL, fact);
    }
}

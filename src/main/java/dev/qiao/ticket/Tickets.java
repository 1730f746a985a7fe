package dev.qiao.ticket;

import dev.qiao.base.Me;
import dev.qiao.base.Objections;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Words;
import dev.qiao.base.api.Idempotency.Answer;
import dev.qiao.calendar.Calendars;
import dev.qiao.journal.Audience;
import dev.qiao.people.Sight;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketFact.TicketAccepted;
import dev.qiao.ticket.TicketFact.TicketAssigned;
import dev.qiao.ticket.TicketFact.TicketCancelled;
import dev.qiao.ticket.TicketFact.TicketClosed;
import dev.qiao.ticket.TicketFact.TicketHandedBack;
import dev.qiao.ticket.TicketFact.TicketHandedOver;
import dev.qiao.ticket.TicketFact.TicketHeld;
import dev.qiao.ticket.TicketFact.TicketReopened;
import dev.qiao.ticket.TicketFact.TicketResolved;
import dev.qiao.ticket.TicketFact.TicketResumed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to tickets: every act is one method. Who may not see a ticket is told that there is none; a wrong stage is a conflict
 * that names the reason; {@code seen} is the version somebody looked at, null when it does not matter.
 */
@Component
public class Tickets {
    /** How the journal, clocks and participants call a ticket. */
    public static final String KIND = "ticket";

    private static final String CLOSING_CALENDAR = "cn-work";
    /** Five working days of eight hours. */
    private static final Duration CLOSES_AFTER = Duration.ofHours(40);

    private static final Duration LONGEST_HOLD = Duration.ofDays(366);

    private final TicketSql sql;
    private final Acting acting;
    private final Opening opening;
    private final Recipients recipients;
    private final Calendars calendars;

    Tickets(TicketSql sql, Acting acting, Opening opening, Recipients recipients, Calendars calendars) {
        this.sql = sql;
        this.acting = acting;
        this.opening = opening;
        this.recipients = recipients;
        this.calendars = calendars;
    }

    /** Errors: not found, also for who may not see it. */
    public Ticket find(long number, Me me) {
        return sql.find(number, Sight.of(me)).orElseThrow(() -> unknown(number));
    }

    /** The same, held until the transaction ends. */
    public Ticket held(long number, Me me) {
        return sql.lock(number, Sight.of(me)).orElseThrow(() -> unknown(number));
    }

    /** Those that exist, whoever asks: for readers and other rooms, never for a page. */
    public List<Ticket> of(Collection<Long> numbers) {
        return numbers.isEmpty() ? List.of() : sql.of(numbers);
    }

    /** Those of them that this person may see. */
    public List<Ticket> of(Collection<Long> numbers, Me me) {
        return numbers.isEmpty() ? List.of() : sql.of(numbers, Sight.of(me));
    }

    /** What this person may do with the ticket now. */
    public List<Act> allowed(Ticket ticket, Me me, Instant now) {
        return allowed(List.of(ticket), me, now).getOrDefault(ticket.number(), List.of());
    }

    /** The same of many, with no more questions than of one. */
    public Map<Long, List<Act>> allowed(Collection<Ticket> tickets, Me me, Instant now) {
        return acting.allowed(tickets, me, now);
    }

    /** Opens one ticket, together with those that arrive at the same moment. */
    public Ticket open(Draft draft, Instant now) {
        return opening.open(draft, now);
    }

    /** The same for the API: the answer is made, and kept under its idempotency key, in the batch itself. */
    public Answer open(Draft draft, Answering answering, Instant now) {
        return opening.open(draft, answering, now);
    }

    /** Opens up to 500 in one transaction: all or none. */
    public List<Ticket> open(List<Draft> drafts, Instant now) {
        return opening.open(drafts, now);
    }

    /** Takes it on; twice is harmless. Errors: conflict, when somebody else has it. */
    public Ticket accept(long number, @Nullable Integer seen, Me me, Instant now) {
        return acting.on(
                number,
                Act.ACCEPTANCE,
                seen,
                null,
                me,
                now,
                (ticket, at) -> Done.of(
                        ticket.accept(me.id(), at),
                        Audience.PUBLIC,
                        new TicketAccepted(me.id(), ticket.place().team())));
    }

    /** Gives it back to the team, and nobody has it. */
    public Ticket handBack(long number, @Nullable Integer seen, @Nullable String reason, Me me, Instant now) {
        var why = reason == null || reason.isBlank() ? null : Texts.words("reason", reason, Texts.REASON);
        return acting.on(
                number,
                Act.HAND_BACK,
                seen,
                why,
                me,
                now,
                (ticket, at) -> Done.of(
                        ticket.handBack(at),
                        Audience.INTERNAL,
                        new TicketHandedBack(
                                Objects.requireNonNullElse(ticket.stage().owner(), 0L),
                                ticket.place().team())));
    }

    /**
     * Assigns a waiting ticket, or hands over one that somebody works on or that belongs to another team: that needs a reason.
     *
     * @param team null: the person's, or the one it is with
     * @param person null: anybody of the team
     */
    public Ticket assign(
            long number,
            @Nullable Integer seen,
            @Nullable Long team,
            @Nullable Long person,
            @Nullable String reason,
            Me me,
            Instant now) {
        var why = reason == null || reason.isBlank() ? null : Texts.words("reason", reason, Texts.REASON);
        return acting.on(number, Act.ASSIGNMENT, seen, why, me, now, (ticket, at) -> {
            var from = ticket.place();
            var to = recipients.resolve(from, team, person, me);
            var placed = ticket.assign(to.team(), to.person(), at);
            boolean handedOver = placed.tally().handedOver() > ticket.tally().handedOver();
            if (handedOver && why == null) throw Refused.invalid("reason", "ticket.reason_for_hand_over");
            return handedOver
                    ? Done.of(
                            placed,
                            Audience.INTERNAL,
                            new TicketHandedOver(from.team(), from.person(), to.team(), to.person()))
                    : Done.of(
                            placed, Audience.INTERNAL, new TicketAssigned(to.team(), to.person(), from.person(), null));
        });
    }

    /** Holds it until a date on which it comes back by itself. */
    public Ticket hold(
            long number,
            @Nullable Integer seen,
            HoldFor waitsFor,
            @Nullable String reason,
            @Nullable Instant until,
            Me me,
            Instant now) {
        var wrong = new Objections();
        var why = wrong.read(() -> Texts.words("reason", reason, Texts.REASON));
        var back = wrong.read(() -> back(until, now));
        wrong.raise();
        return acting.on(
                number,
                Act.HOLD,
                seen,
                why,
                me,
                now,
                (ticket, at) -> Done.of(
                        ticket.hold(waitsFor, Objects.requireNonNull(why), back, at),
                        Audience.PUBLIC,
                        new TicketHeld(waitsFor, back)));
    }

    private static Instant back(@Nullable Instant until, Instant now) {
        if (until == null) throw Refused.invalid("until", "ticket.hold_needs_date");
        if (!until.isAfter(now)) throw Refused.invalid("until", "ticket.hold_in_past");
        if (until.isAfter(now.plus(LONGEST_HOLD)))
            throw Refused.invalid("until", "ticket.hold_too_long", LONGEST_HOLD.toDays());
        return until;
    }

    /** Goes on after a hold, with who had it before, else as waiting. */
    public Ticket resume(long number, @Nullable Integer seen, Me me, Instant now) {
        return acting.on(number, Act.RESUME, seen, null, me, now, (ticket, at) -> {
            var back = present(ticket.resume(at), at);
            return Done.of(
                    back,
                    Audience.PUBLIC,
                    new TicketResumed(
                            me.machine() ? "date" : "person", back.stage().owner()));
        });
    }

    /**
     * Says what helped and why it broke; ends the promise of resolution.
     *
     * @param restoredAt when the user could work again; null: now
     */
    @SuppressWarnings("ReferenceEquality") // what changes nothing gives back the very ticket
    public Ticket resolve(
            long number,
            @Nullable Integer seen,
            Outcome code,
            Cause cause,
            @Nullable String solution,
            @Nullable Instant restoredAt,
            Me me,
            Instant now) {
        var wrong = new Objections();
        var words = wrong.read(() -> Texts.words("solution", solution, Texts.BODY));
        wrong.read(() -> Resolution.past(restoredAt, now));
        wrong.raise();
        if (code == Outcome.CANCELLED && !me.may(Permission.TICKET_WORK)) {
            throw Refused.invalid("code", "ticket.cancel_is_closure");
        }
        return acting.on(number, Act.RESOLUTION, seen, words, me, now, (ticket, at) -> {
            var restored = Resolution.restored(ticket, restoredAt, at);
            var resolution = new Resolution(code, cause, Objects.requireNonNull(words), restored, me.id(), at);
            var resolved = ticket.resolve(resolution, closesAt(at), at);
            var fact =
                    new TicketResolved(code, cause, restored, resolved.stage().owner());
            return ticket.stage().owner() == null && resolved != ticket
                    ? Done.of(
                                    resolved,
                                    Audience.PUBLIC,
                                    new TicketAccepted(me.id(), ticket.place().team()))
                            .and(Audience.PUBLIC, fact)
                    : Done.of(resolved, Audience.PUBLIC, fact);
        });
    }

    /** Confirms what is resolved, or takes back what nobody has begun. */
    public Ticket close(long number, @Nullable Integer seen, Me me, Instant now) {
        return acting.on(number, Act.CLOSURE, seen, null, me, now, (ticket, at) -> {
            if (ticket.stage() instanceof Stage.Waiting && Rules.asks(ticket, me)) {
                var cancelled = new Resolution(Outcome.CANCELLED, null, "", null, me.id(), at);
                return Done.of(ticket.cancel(cancelled, at), Audience.PUBLIC, new TicketCancelled());
            }
            var by = me.machine() ? "time" : Rules.asks(ticket, me) ? "requester" : "desk";
            return Done.of(ticket.close(at), Audience.PUBLIC, new TicketClosed(by));
        });
    }

    /** Within 14 days of resolving: back to who solved it and still works here, else to the team. Errors: conflict, afterwards. */
    public Ticket reopen(long number, @Nullable Integer seen, @Nullable String reason, Me me, Instant now) {
        var why = Texts.words("reason", reason, Texts.REASON);
        return acting.on(number, Act.REOPENING, seen, why, me, now, (ticket, at) -> {
            var back = present(ticket.reopen(at), at);
            return Done.of(
                    back,
                    Audience.PUBLIC,
                    new TicketReopened(back.stage().owner(), back.place().team()));
        });
    }

    /** Makes a ticket findable by more words. */
    public void learn(long number, Audience audience, String text) {
        sql.learn(number, audience, Words.stored(text));
    }

    Ticket present(Ticket back, Instant at) {
        return recipients.present(back, at);
    }

    /** When a ticket that is resolved now closes by itself, if nobody objects. */
    Instant closesAt(Instant resolved) {
        return calendars.byCode(CLOSING_CALENDAR).add(resolved, CLOSES_AFTER);
    }

    static Refused unknown(long number) {
        return Refused.notFound("ticket.no_such", Long.toString(number));
    }
}

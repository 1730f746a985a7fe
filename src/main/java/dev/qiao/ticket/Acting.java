package dev.qiao.ticket;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.qiao.base.Db;
import dev.qiao.base.Gate;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Participants;
import dev.qiao.people.Sight;
import dev.qiao.ticket.Ticket.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * How every act on one ticket is done: seen, allowed, held, changed, promised, placed and written down, in one transaction. For the
 * nouns of this room alone; other rooms go through its doors.
 */
@Component
public class Acting {
    /** What an act made of the ticket, and what is to be said of it. */
    public record Done(Ticket ticket, List<Said> said) {
        public static Done of(Ticket ticket, Audience audience, TicketFact fact) {
            return new Done(ticket, List.of(new Said(audience, fact)));
        }

        Done and(Audience audience, TicketFact fact) {
            var more = new ArrayList<>(said);
            more.add(new Said(audience, fact));
            return new Done(ticket, List.copyOf(more));
        }
    }

    public record Said(Audience audience, TicketFact fact) {}

    /** Keeps how a ticket stood before an act of a person, so that they can take it back. */
    public interface Memory {
        /**
         * Keeps what is needed to take an act back.
         *
         * @param version of the ticket after the act
         */
        void keep(Act act, Ticket before, int version, Me me, Instant at);
    }

    /** An act that rests a while after somebody did it, for them alone. */
    public interface Resting {
        Act act();

        /** Of these, on which this person cannot do it again yet; asked once for a whole list. */
        Set<Long> rests(Collection<Ticket> tickets, Me me, Instant now);
    }

    /** What becomes restricted or open together with a ticket, in the same transaction. */
    public interface Narrowing {
        void narrowed(Ticket after, Me me, Instant at);
    }

    /** What gives a person sight of a ticket that becomes restricted. */
    private static final Set<String> NAMED = Set.of("named", "assignee", "reporter");

    private final Db db;
    private final TicketSql sql;
    private final Assignments assignments;
    private final Reasons reasons;
    private final Promises promises;
    private final Participants participants;
    private final Journal journal;
    private final ObjectProvider<Gate> gates;
    private final ObjectProvider<Memory> memory;
    private final ObjectProvider<Resting> resting;
    private final ObjectProvider<Narrowing> narrowing;

    Acting(
            Db db,
            TicketSql sql,
            Assignments assignments,
            Reasons reasons,
            Promises promises,
            Participants participants,
            Journal journal,
            ObjectProvider<Gate> gates,
            ObjectProvider<Memory> memory,
            ObjectProvider<Resting> resting,
            ObjectProvider<Narrowing> narrowing) {
        this.db = db;
        this.sql = sql;
        this.assignments = assignments;
        this.reasons = reasons;
        this.promises = promises;
        this.participants = participants;
        this.journal = journal;
        this.gates = gates;
        this.memory = memory;
        this.resting = resting;
        this.narrowing = narrowing;
    }

    /**
     * Does an act. An act that changes nothing is not an error and leaves no trace.
     *
     * @param seen the version that the person looked at; null when it does not matter
     * @param reason in the person's words, kept beside the entry; null when none was given
     * @param verb is given the ticket as it stands and the moment, which never lies before the ticket's last change: a clock that was
     *     set back cannot reorder a ticket's history
     */
    @SuppressWarnings("ReferenceEquality") // what changes nothing gives back the very ticket
    public Ticket on(
            long number,
            Act act,
            @Nullable Integer seen,
            @Nullable String reason,
            Me me,
            Instant now,
            BiFunction<Ticket, Instant, Done> verb) {
        return db.transact(() -> {
            var before = sql.lock(number, Sight.of(me)).orElseThrow(() -> Tickets.unknown(number));
            if (seen != null && before.version() != seen) throw Refused.stale("ticket.changed_meanwhile", number);
            Rules.check(act, before, me);
            gates.orderedStream().forEach(gate -> gate.pass(Tickets.KIND, number, act.code(), me, now));
            var at = now.isBefore(before.times().updatedAt()) ? before.times().updatedAt() : now;
            var done = verb.apply(before, at);
            if (done.ticket() == before) return before;
            var after = store(before, done, reason, me, at);
            if (!me.machine()) memory.forEach(each -> each.keep(act, before, after.version(), me, at));
            return after;
        });
    }

    /** Whether somebody may do an act to a ticket as it stood, who takes back what was done to it. Errors: forbidden, with the reason. */
    public void check(Act act, Ticket stood, Me me) {
        Rules.check(act, stood, me);
    }

    /** What this person may do with each of these now, by the very rules and gates that an act meets. */
    Map<Long, List<Act>> allowed(Collection<Ticket> tickets, Me me, Instant now) {
        var shut = shut(tickets);
        var resting = resting(tickets, me, now);
        return tickets.stream().collect(toMap(Ticket::number, ticket -> {
            var allowed = Rules.allowed(ticket, me, now);
            if (shut.contains(ticket.number())) return reversible(allowed);
            return allowed.stream()
                    .filter(act -> !resting.getOrDefault(act, Set.of()).contains(ticket.number()))
                    .toList();
        }));
    }

    /** Nobody has done anything yet to what was only just opened, so it need not be asked about. */
    private Map<Act, Set<Long>> resting(Collection<Ticket> tickets, Me me, Instant now) {
        var begun = tickets.stream().filter(ticket -> ticket.version() > 1).toList();
        if (begun.isEmpty()) return Map.of();
        return resting.orderedStream().collect(toMap(Resting::act, each -> each.rests(begun, me, now)));
    }

    /** What goes on in another ticket is over by itself, so open ones need not be asked about. */
    private Set<Long> shut(Collection<Ticket> tickets) {
        var over = tickets.stream()
                .filter(ticket -> !ticket.stage().open())
                .map(Ticket::number)
                .toList();
        if (over.isEmpty()) return Set.of();
        return gates.orderedStream()
                .flatMap(gate -> gate.shut(Tickets.KIND, over).stream())
                .collect(toSet());
    }

    /** Only what shut it can be taken back. */
    private static List<Act> reversible(List<Act> allowed) {
        return allowed.contains(Act.MERGE) ? List.of(Act.MERGE) : List.of();
    }

    /**
     * What an act on one ticket means for another that the person also sees: written there too, without a right of its own. It belongs
     * into the transaction of that act.
     */
    public Ticket also(long number, Me me, Instant now, BiFunction<Ticket, Instant, Done> verb) {
        return changed(number, Sight.of(me), me, now, verb);
    }

    /** What somebody may do to a ticket because of what they did to it just before, even where that took it out of their sight. */
    public Ticket after(long number, Me me, Instant now, BiFunction<Ticket, Instant, Done> verb) {
        return changed(number, Sight.of(Me.QIAO), me, now, verb);
    }

    @SuppressWarnings("ReferenceEquality") // what changes nothing gives back the very ticket
    private Ticket changed(long number, Sight sight, Me me, Instant now, BiFunction<Ticket, Instant, Done> verb) {
        return db.transact(() -> {
            var before = sql.lock(number, sight).orElseThrow(() -> Tickets.unknown(number));
            var at = now.isBefore(before.times().updatedAt()) ? before.times().updatedAt() : now;
            var done = verb.apply(before, at);
            return done.ticket() == before ? before : store(before, done, null, me, at);
        });
    }

    /** Holds several tickets in the order of their numbers, so that two acts on the same ones cannot wait for each other. */
    public void hold(Collection<Long> numbers, Me me) {
        for (long number : numbers.stream().sorted().toList()) {
            if (sql.lock(number, Sight.of(me)).isEmpty()) throw Tickets.unknown(number);
        }
    }

    /** The same for Qiao itself, before it locks what belongs to them: acts hold a ticket first, and then its rows. */
    public void hold(Collection<Long> numbers) {
        sql.hold(numbers);
    }

    private Ticket store(Ticket before, Done done, @Nullable String reason, Me me, Instant at) {
        var after = promises.follow(before, done.ticket(), at);
        sql.update(after);
        if (after.matter().restricted() != before.matter().restricted()) narrow(after, me, at);
        if (after.place().revision() != before.place().revision()) {
            assignments.move(after.number(), after.place(), me.id(), at);
            name(after, at);
            var team = before.place().team();
            if (team != null && !team.equals(after.place().team()))
                participants.add(assignments.hands(List.of(after.number()), at));
        }
        int version = before.version() + 1;
        if (reason != null) reasons.add(after.number(), version, reason);
        journal.write(done.said().stream()
                .map(said -> new Entry(
                        at, me.origin(), Tickets.KIND, after.number(), version, me.id(), said.audience(), said.fact()))
                .toList());
        return sql.find(after.number()).orElseThrow();
    }

    /** Who watched it or was mentioned while everybody saw it was not named: they follow it again when everybody does. */
    private void narrow(Ticket ticket, Me me, Instant at) {
        if (ticket.matter().restricted()) participants.setAside(Tickets.KIND, ticket.number(), NAMED);
        else participants.bringBack(Tickets.KIND, ticket.number());
        narrowing.forEach(each -> each.narrowed(ticket, me, at));
    }

    /** Who is to work on a restricted ticket is named by that. */
    private void name(Ticket ticket, Instant at) {
        var person = ticket.place().person();
        if (ticket.matter().restricted() && person != null) {
            participants.add(Tickets.KIND, ticket.number(), person, "assignee", at);
        }
    }
}

package dev.qiao.ticket.merge;

import static java.util.stream.Collectors.toSet;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketFact.TicketAbsorbed;
import dev.qiao.ticket.TicketFact.TicketMerged;
import dev.qiao.ticket.TicketFact.TicketReleased;
import dev.qiao.ticket.TicketFact.TicketUnmerged;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.departure.Departures;
import dev.qiao.ticket.followup.FollowUps;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The door to merging. A merged ticket keeps its words, files and number; it is closed as a duplicate, takes no further acts, and is
 * read in the one in which it goes on: by the desk whole, by others as far as they saw it before. Nothing is moved, so taking the merge
 * back loses nothing.
 */
@Component
public class Merges {
    /** So many tickets go on in one at most. */
    public static final int MOST = 50;

    private final Db db;
    private final MergeSql sql;
    private final AlongSql along;
    private final Acting acting;
    private final Tickets tickets;
    private final Company company;
    private final Departures departures;
    private final Unsent unsent;
    private final FollowUps followUps;

    Merges(
            Db db,
            MergeSql sql,
            AlongSql along,
            Acting acting,
            Tickets tickets,
            Company company,
            Departures departures,
            Unsent unsent,
            FollowUps followUps) {
        this.db = db;
        this.sql = sql;
        this.along = along;
        this.acting = acting;
        this.tickets = tickets;
        this.company = company;
        this.departures = departures;
        this.unsent = unsent;
        this.followUps = followUps;
    }

    /** Lets merges follow one another, for an act that will merge and holds tickets before. */
    public void hold() {
        sql.hold();
    }

    /** Errors: not to be seen, into itself or into what goes on in it, merged already, one of them restricted, or too many. Returns the survivor. */
    public Ticket merge(long number, long into, Me me, Instant now) {
        if (number == into) throw Refused.invalid("into", "ticket.merge.itself");
        if (tickets.of(List.of(into), me).isEmpty()) {
            throw Refused.invalid("into", "ticket.no_such", Long.toString(into));
        }
        return db.transact(() -> {
            sql.hold();
            acting.hold(List.of(number, into), me);
            check(number, into, me);
            acting.on(number, Act.MERGE, null, null, me, now, (ticket, at) -> {
                sql.insert(number, into, ticket.stage(), me.id(), at);
                return Done.of(ticket.merged(me.id(), at), Audience.PUBLIC, new TicketMerged(into));
            });
            var survivor = acting.on(
                    into,
                    Act.MERGE,
                    null,
                    null,
                    me,
                    now,
                    (ticket, at) -> Done.of(ticket.touched(at), Audience.INTERNAL, new TicketAbsorbed(number)));
            company.gather(into, now);
            unsent.follow(number, into, now);
            followUps.follow(number, into, person -> unsent.sees(person, into));
            return survivor;
        });
    }

    /**
     * Takes it out again, as it stood before; with its team, where whoever had it has left. What was not sent yet and who wanted to look
     * at it again goes back with it, see {@link Unsent} and {@link FollowUps#release}. Errors: not merged.
     */
    public Ticket unmerge(long number, Me me, Instant now) {
        return db.transact(() -> {
            sql.hold();
            var merge = sql.find(number).orElseThrow(() -> Refused.conflict("ticket.merge.not_merged", number));
            // Restricting holds a survivor first, and then what goes on in it.
            acting.hold(List.of(merge.into()), me);
            acting.hold(List.of(number), me);
            var before = sql.before(number);
            var above = sql.chain(number, MOST);
            sql.delete(number);
            var back = acting.on(
                    number,
                    Act.MERGE,
                    null,
                    null,
                    me,
                    now,
                    (ticket, at) -> departures.present(
                            Done.of(ticket.unmerged(before, at), Audience.PUBLIC, new TicketUnmerged(merge.into())),
                            at));
            acting.also(
                    merge.into(),
                    me,
                    now,
                    (ticket, at) -> Done.of(ticket.touched(at), Audience.INTERNAL, new TicketReleased(number)));
            var within = sql.within(number, MOST).stream().map(Merge::number).toList();
            unsent.release(number, above, within, now);
            followUps.release(number, above);
            above.forEach(survivor -> company.gather(survivor, now));
            return back;
        });
    }

    /** In which ticket this one goes on in the end; empty when it stands by itself. */
    public Optional<Long> survivor(long number) {
        var chain = sql.chain(number, MOST);
        return chain.isEmpty() ? Optional.empty() : Optional.of(chain.getLast());
    }

    /** The same, where this person sees it. */
    public Optional<Long> survivor(long number, Me me) {
        return survivor(number).filter(found -> !tickets.of(List.of(found), me).isEmpty());
    }

    /** In which ticket each of these goes on in the end; those that stand by themselves are left out. */
    public Map<Long, Long> survivors(Collection<Long> numbers) {
        return numbers.isEmpty() ? Map.of() : sql.survivors(numbers, MOST);
    }

    /** Into which each of these was merged; those that stand by themselves are left out. */
    public Map<Long, Long> into(Collection<Long> numbers) {
        return numbers.isEmpty() ? Map.of() : sql.into(numbers);
    }

    /**
     * What goes on in a ticket that this person sees, as far as they may read it there; the earliest merge first. What is restricted
     * itself stays with its named people, also where the survivor was opened: see {@link Restricting}.
     */
    public List<Ticket> within(Ticket survivor, Me me) {
        var numbers =
                sql.within(survivor.number(), MOST).stream().map(Merge::number).toList();
        var theirs = tickets.of(numbers, me);
        if (numbers.isEmpty() || !me.worksHere()) return theirs;
        var read = theirs.stream().map(Ticket::number).collect(toSet());
        read.addAll(along.whole(numbers));
        boolean open = !survivor.matter().restricted();
        return tickets.of(numbers).stream()
                .filter(ticket -> read.contains(ticket.number())
                        || (open && !ticket.matter().restricted()))
                .toList();
    }

    /** Those of these that are restricted only because what they go on in is: its named people read them there. */
    public Set<Long> along(Collection<Long> numbers) {
        return numbers.isEmpty() ? Set.of() : along.whole(numbers);
    }

    /** Whose words and files are read on this ticket: its own, and those of what goes on in it. */
    public List<Long> read(Ticket survivor, Me me) {
        return read(survivor, within(survivor, me));
    }

    /** The same, where what goes on in it is known already. */
    public static List<Long> read(Ticket survivor, Collection<Ticket> within) {
        return Stream.concat(Stream.of(survivor), within.stream())
                .map(Ticket::number)
                .toList();
    }

    /** Whether the words of this ticket are read by this person in one that they see. */
    public boolean readWithin(long number, Me me) {
        if (!me.worksHere()) return false;
        return tickets.of(survivor(number).stream().toList(), me).stream()
                .flatMap(survivor -> within(survivor, me).stream())
                .anyMatch(ticket -> ticket.number() == number);
    }

    private void check(long number, long into, Me me) {
        sql.find(number).ifPresent(merge -> {
            throw Refused.conflict("ticket.merge.already", number, merge.into());
        });
        sql.find(into).ifPresent(merge -> {
            throw Refused.conflict("ticket.merge.already", into, merge.into());
        });
        var both = tickets.of(List.of(number, into), me);
        if (both.stream().map(ticket -> ticket.matter().restricted()).distinct().count() > 1) {
            throw Refused.conflict("ticket.merge.restricted");
        }
        int many = sql.within(number, MOST).size() + sql.within(into, MOST).size() + 1;
        if (many > MOST) throw Refused.conflict("ticket.merge.too_many", MOST);
    }
}

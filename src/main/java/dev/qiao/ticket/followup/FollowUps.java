package dev.qiao.ticket.followup;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Stage.Name;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketFact.TicketFollowUpSet;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to follow-up dates: each person has one a ticket, for themselves; when it comes, the ticket is in their inbox again. */
@Component
public class FollowUps {
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final Duration RESTORABLE = Duration.ofDays(30);
    private static final Duration LISTED = Duration.ofDays(7);
    private static final int SHOWN = 20;
    private static final Set<Name> OWED = EnumSet.of(Name.WAITING, Name.WORKING, Name.ON_HOLD);

    /** A ticket that somebody wants to look at again, as they see it now. */
    public record Due(FollowUp followUp, Ticket ticket) {}

    private final FollowUpSql sql;
    private final Carrying carried;
    private final Acting acting;
    private final Tickets tickets;
    private final Queue queue;

    FollowUps(FollowUpSql sql, Carrying carried, Acting acting, Tickets tickets, Queue queue) {
        this.sql = sql;
        this.carried = carried;
        this.acting = acting;
        this.tickets = tickets;
        this.queue = queue;
    }

    /** Errors: no moment, one in the past or more than a year ahead. */
    public void set(long number, @Nullable Instant moment, @Nullable String note, Me me, Instant now) {
        if (moment == null) throw Refused.invalid("at", "ticket.follow_up.when");
        if (!moment.isAfter(now)) throw Refused.invalid("at", "ticket.follow_up.past");
        if (moment.isAfter(now.plus(FARTHEST))) throw Refused.invalid("at", "ticket.follow_up.far");
        var words = note == null || note.isBlank() ? "" : Texts.title("note", note);
        acting.on(number, Act.FOLLOW_UP, null, null, me, now, (ticket, at) -> {
            sql.put(number, me.id(), moment, words);
            return Done.of(ticket.touched(at), Audience.INTERNAL, new TicketFollowUpSet(me.id(), moment));
        });
    }

    /** It can be brought back for thirty days, as it was. Errors: there is none. */
    public void remove(long number, Me me, Instant now) {
        acting.on(number, Act.FOLLOW_UP, null, null, me, now, (ticket, at) -> {
            if (!sql.remove(number, me.id(), at)) throw Refused.notFound("ticket.follow_up.none");
            return Done.of(ticket.touched(at), Audience.INTERNAL, new TicketFollowUpSet(me.id(), null));
        });
    }

    /** Wants it after all, at the same time. Errors: none was removed, or too long ago. */
    public void restore(long number, Me me, Instant now) {
        acting.on(number, Act.FOLLOW_UP, null, null, me, now, (ticket, at) -> {
            if (!sql.restore(number, me.id(), at.minus(RESTORABLE))) throw Refused.notFound("ticket.follow_up.none");
            var moment = of(number, me).orElseThrow().at();
            return Done.of(ticket.touched(at), Audience.INTERNAL, new TicketFollowUpSet(me.id(), moment));
        });
    }

    /** What this person no longer wanted in the last days, and can bring back. */
    public Optional<FollowUp> removed(long number, Me me, Instant now) {
        return sql.removed(number, me.id(), now.minus(LISTED));
    }

    /**
     * What people wanted to look at again goes on in another ticket, inside the merge: of two, the earlier time for both reasons. Who
     * will not see the other one is reminded of this one still.
     *
     * @param whose by their number, of whom it is to go on: of those who will see the other ticket
     */
    public void follow(long number, long into, LongPredicate whose) {
        carried.follow(number, into, whose);
    }

    /**
     * The merge is taken back, and each date goes back to the ticket on which it was set.
     *
     * <ul>
     *   <li>What nobody touched since stands on both tickets as before; what was told meanwhile is not told again.
     *   <li>What was set anew on the survivor goes back as it is now where it came from there alone. Where it was joined with one of the
     *       survivor's own, the new one stays, and the other goes back as it was.
     *   <li>What was removed on the survivor stays removed on both, and can be restored on both.
     * </ul>
     *
     * @param above where it went on, and where that does
     */
    public void release(long number, List<Long> above) {
        carried.release(number, above);
    }

    /** One's own date on a ticket. */
    public Optional<FollowUp> of(long number, Me me) {
        return sql.find(number, me.id());
    }

    /** What this person wanted to look at again by then, and still sees. */
    public List<Due> until(Instant moment, Me me) {
        return seen(sql.until(me.id(), moment, SHOWN), me);
    }

    /** What of a list this person wants to look at again in that time, as long as it is owed; at most as many as the limit. */
    public List<Due> between(Filter filter, Instant from, Instant to, int limit, Me me, Instant now) {
        return owed(filter)
                .map(open -> open.narrowed(new Planned(from, to, open.narrowing()), open.order()))
                .map(open -> queue.list(open, null, limit, me, now).items())
                .map(found -> dated(sql.between(me.id(), from, to, limit), found))
                .orElse(List.of());
    }

    /** Empty where a list shows only what is done. */
    private static Optional<Filter> owed(Filter filter) {
        if (filter.open()) return Optional.of(filter);
        var asked =
                filter.stages().isEmpty() && filter.view() != View.RESOLVED ? Set.of(Name.values()) : filter.stages();
        var owed = OWED.stream().filter(asked::contains).toArray(Name[]::new);
        return owed.length == 0 ? Optional.empty() : Optional.of(filter.stages(owed));
    }

    private List<Due> seen(List<FollowUp> mine, Me me) {
        return dated(mine, tickets.of(mine.stream().map(FollowUp::number).toList(), me));
    }

    private static List<Due> dated(List<FollowUp> mine, List<Ticket> found) {
        Map<Long, Ticket> seen = found.stream().collect(Collectors.toMap(Ticket::number, Function.identity()));
        return mine.stream()
                .flatMap(f -> Stream.ofNullable(seen.get(f.number())).map(ticket -> new Due(f, ticket)))
                .toList();
    }
}

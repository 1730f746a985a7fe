package dev.qiao.ticket.bulk;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.people.Participants;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketFact.TicketUnwatched;
import dev.qiao.ticket.TicketFact.TicketWatched;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.bulk.Bulk.Fate;
import dev.qiao.ticket.bulk.BulkSql.Waiting;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.undo.Undos;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes back what a bulk act did to one ticket: exactly to how it stood, as far as nobody has touched it since. */
@Component
class Reversing {
    private final BulkSql sql;
    private final ReversalSql reversals;
    private final Participants participants;
    private final Undos undos;
    private final Acting acting;
    private final Tickets tickets;

    Reversing(
            BulkSql sql,
            ReversalSql reversals,
            Participants participants,
            Undos undos,
            Acting acting,
            Tickets tickets) {
        this.sql = sql;
        this.reversals = reversals;
        this.participants = participants;
        this.undos = undos;
        this.acting = acting;
        this.tickets = tickets;
    }

    /** What is taken back must stand as it was left. */
    void takeBack(Bulk bulk, Waiting item, BulkSql.Done undone, Me me, Instant now) {
        var own = item.own();
        if (undone.before() != null) {
            seen(undone, item.number(), me);
            var deed = bulk.order().deed();
            var back = undos.takeBack(item.number(), undone.version(), undone.before(), deed, me, now);
            sql.over(bulk.id(), item.place(), Fate.DONE, back.version(), null, null);
            reversals.takenBack(undone);
        } else if (own != null) {
            acting.hold(List.of(item.number()), me);
            if (tickets.find(item.number(), me).version() != undone.version()) {
                throw Refused.stale("ticket.undo.changed_since", item.number());
            }
            follow(item.number(), own.deed(), undone.person(), me, now);
            int version = tickets.of(List.of(item.number())).getFirst().version();
            boolean changed = version != undone.version();
            sql.over(bulk.id(), item.place(), changed ? Fate.DONE : Fate.UNCHANGED, version, null, null);
            if (changed) reversals.takenBack(undone);
        } else {
            throw Refused.conflict("ticket.bulk.not_reversible", Bulk.UNDONE_WITHIN.toHours());
        }
    }

    /** Whoever followed it by that act does so no more, or the other way round; not whoever takes it back. */
    private void follow(long number, Deed deed, long person, Me me, Instant now) {
        boolean again = deed == Deed.WATCH;
        acting.on(number, Act.WATCHING, null, null, me, now, (ticket, at) -> {
            boolean changed = again
                    ? participants.add(Tickets.KIND, number, person, "watcher", at)
                    : participants.remove(Tickets.KIND, number, person, "watcher");
            return Done.of(
                    changed ? ticket.touched(at) : ticket,
                    Audience.INTERNAL,
                    again ? new TicketWatched(person) : new TicketUnwatched(person));
        });
    }

    /** Whoever gave it out of their sight takes it back; anybody else must see it. */
    private void seen(BulkSql.Done undone, long number, Me me) {
        if (!tickets.of(List.of(number), me).isEmpty()) return;
        boolean own = undone.person() == me.id();
        boolean restricted = tickets.of(List.of(number)).stream()
                .anyMatch(ticket -> ticket.matter().restricted());
        if (!own || restricted) throw Refused.notFound("ticket.no_such", Long.toString(number));
    }
}

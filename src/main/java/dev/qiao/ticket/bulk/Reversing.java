package dev.qiao.ticket.bulk;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.bulk.Bulk.Fate;
import dev.qiao.ticket.bulk.BulkSql.Done;
import dev.qiao.ticket.bulk.BulkSql.Waiting;
import dev.qiao.ticket.deed.Deeds;
import dev.qiao.ticket.undo.Undos;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Takes back what a bulk act did to one ticket: exactly to how it stood, as far as nobody has touched it since. */
@Component
class Reversing {
    private final BulkSql sql;
    private final ReversalSql reversals;
    private final Deeds deeds;
    private final Undos undos;
    private final Acting acting;
    private final Tickets tickets;

    Reversing(BulkSql sql, ReversalSql reversals, Deeds deeds, Undos undos, Acting acting, Tickets tickets) {
        this.sql = sql;
        this.reversals = reversals;
        this.deeds = deeds;
        this.undos = undos;
        this.acting = acting;
        this.tickets = tickets;
    }

    /** What is taken back must stand as it was left. */
    void takeBack(Bulk bulk, Waiting item, Done undone, Me me, Instant now) {
        var own = item.own();
        if (undone.before() != null) {
            seen(bulk, item.number(), me);
            var deed = bulk.order().deed();
            var back = undos.takeBack(item.number(), undone.version(), undone.before(), deed, me, now);
            sql.over(bulk.id(), item.place(), Fate.DONE, back.version(), null, null);
            reversals.takenBack(undone);
        } else if (own != null) {
            acting.hold(List.of(item.number()), me);
            if (tickets.find(item.number(), me).version() != undone.version()) {
                throw Refused.stale("ticket.changed_meanwhile", item.number());
            }
            var outcome = deeds.perform(item.number(), own, me, now);
            var fate = outcome.changed() ? Fate.DONE : Fate.UNCHANGED;
            sql.over(bulk.id(), item.place(), fate, outcome.version(), null, null);
            if (outcome.changed()) reversals.takenBack(undone);
        } else {
            throw Refused.conflict("ticket.bulk.not_reversible", Bulk.UNDONE_WITHIN.toHours());
        }
    }

    /** Whoever gave it out of their sight takes it back; anybody else must see it. */
    private void seen(Bulk reversal, long number, Me me) {
        if (!tickets.of(List.of(number), me).isEmpty()) return;
        boolean own = sql.find(Objects.requireNonNull(reversal.undoes()))
                .filter(bulk -> bulk.person() == me.id())
                .isPresent();
        boolean restricted = tickets.of(List.of(number)).stream()
                .anyMatch(ticket -> ticket.matter().restricted());
        if (!own || restricted) throw Refused.notFound("ticket.no_such", Long.toString(number));
    }
}

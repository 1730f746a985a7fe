package dev.qiao.ticket.merge;

import dev.qiao.base.Me;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Editing;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whoever restricts a ticket means the whole matter: what goes on in it is restricted with it. What was open until then is opened again
 * with it; what was restricted by itself stays so. What was taken out of it meanwhile stays restricted until somebody opens it, because
 * taking out is not opening.
 */
@Component
class Along implements Acting.Narrowing {
    private final MergeSql merges;
    private final AlongSql sql;
    private final Tickets tickets;
    private final ObjectProvider<Editing> editing;

    Along(MergeSql merges, AlongSql sql, Tickets tickets, ObjectProvider<Editing> editing) {
        this.merges = merges;
        this.sql = sql;
        this.tickets = tickets;
        this.editing = editing;
    }

    /** Each of these is narrowed in its turn, and with it what goes on in it. */
    @Override
    public void narrowed(Ticket ticket, Me me, Instant at) {
        if (ticket.matter().restricted()) restrict(ticket.number(), me, at);
        else open(ticket.number(), me, at);
    }

    private void restrict(long number, Me me, Instant at) {
        for (var merged : tickets.of(merges.direct(number, Merges.MOST))) {
            if (merged.matter().restricted()) restrict(merged.number(), me, at);
            else {
                sql.insert(merged.number(), number);
                editing.getObject().restrictAlong(merged.number(), true, me, at);
            }
        }
    }

    private void open(long number, Me me, Instant at) {
        var within = new HashSet<>(merges.direct(number, Merges.MOST));
        List<Long> along =
                sql.with(number, Merges.MOST).stream().filter(within::contains).toList();
        sql.delete(number);
        along.forEach(merged -> editing.getObject().restrictAlong(merged, false, me, at));
    }
}

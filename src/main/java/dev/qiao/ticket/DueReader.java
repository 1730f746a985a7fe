package dev.qiao.ticket;

import dev.qiao.base.Db;
import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.sla.ClockMoved;
import dev.qiao.sla.Clocks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Copies the nearest due moment when clocks moved without an act on the ticket: a calendar or an agreement was changed. */
@Component
class DueReader implements Reader {
    private final TicketSql sql;
    private final Clocks clocks;

    DueReader(TicketSql sql, Clocks clocks) {
        this.sql = sql;
        this.clocks = clocks;
    }

    @Override
    public String name() {
        return "ticket.due";
    }

    @Override
    public boolean wants(Recorded entry) {
        return entry.kind().equals(Tickets.KIND) && entry.is(ClockMoved.class);
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var numbers = batch.stream().map(Recorded::subject).distinct().sorted().toList();
        return () -> {
            // An act that is under way on one of them moves its clocks as well: they are read when it is done.
            sql.hold(numbers);
            var due = clocks.nearestDue(Tickets.KIND, numbers);
            List<@Nullable Object> dues = Db.column(numbers, due::get);
            sql.due(numbers, dues);
        };
    }
}

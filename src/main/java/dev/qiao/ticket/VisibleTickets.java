package dev.qiao.ticket;

import dev.qiao.base.Me;
import dev.qiao.journal.Visible;
import dev.qiao.people.Sight;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the journal whose live page may hear of which ticket. */
@Component
public class VisibleTickets implements Visible {
    private final TicketSql sql;

    VisibleTickets(TicketSql sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return Tickets.KIND;
    }

    @Override
    public Set<Long> among(Collection<Long> subjects, Me me) {
        return subjects.isEmpty() ? Set.of() : sql.among(subjects, Sight.of(me));
    }
}

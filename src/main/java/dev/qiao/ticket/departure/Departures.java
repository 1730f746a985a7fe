package dev.qiao.ticket.departure;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.TicketFact.TicketHandedBack;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes the open work from those who have left. What is resolved or closed stays theirs: they did it. */
@Component
public class Departures {
    private final Db db;
    private final Acting acting;

    Departures(Db db, Acting acting) {
        this.db = db;
        this.acting = acting;
    }

    /** The open tickets that are with these. */
    public List<Long> with(Collection<Long> persons) {
        if (persons.isEmpty()) return List.of();
        return db.sql("""
                select number from ticket.ticket
                where assignee_id = any(:persons::bigint[]) and stage in ('waiting', 'working', 'on_hold') order by number
                """).bind("persons", persons).list(row -> row.number("number"));
    }

    /** Back to its team, and nobody has it; nothing happens where it is with none of these any more. */
    public void release(long number, Collection<Long> persons, Instant now) {
        acting.also(number, Me.QIAO, now, (ticket, at) -> {
            var person = ticket.place().person();
            if (person == null || !persons.contains(person) || !ticket.stage().open()) {
                return new Done(ticket, List.of());
            }
            var fact = new TicketHandedBack(person, ticket.place().team());
            return Done.of(ticket.released(at), Audience.INTERNAL, fact);
        });
    }
}

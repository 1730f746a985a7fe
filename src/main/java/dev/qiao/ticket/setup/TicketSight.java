package dev.qiao.ticket.setup;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.people.Sight;
import dev.qiao.people.Sight.Way;
import dev.qiao.people.access.TicketsInSight;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the very conditions of everybody's lists, one way at a time. */
@Component
class TicketSight implements TicketsInSight {
    private final Db db;
    private final Tickets tickets;

    TicketSight(Db db, Tickets tickets) {
        this.db = db;
        this.tickets = tickets;
    }

    @Override
    public Map<Way, Integer> counts(Me other) {
        var counts = new EnumMap<Way, Integer>(Way.class);
        for (var way : Sight.of(other).ways()) counts.put(way, count(way, null, other));
        return counts;
    }

    @Override
    public Answer tries(long number, Me other, Me me) {
        var ticket = tickets.find(number, me);
        for (var way : Sight.of(other).ways()) {
            if (count(way, number, other) == 1) return new Answer(number, way, null);
        }
        return new Answer(number, null, "people.access.why." + why(ticket, other));
    }

    private int count(Way way, @Nullable Long number, Me other) {
        var sight = Sight.of(other);
        var branch =
                sight.branches("t", Tickets.KIND, "number").get(sight.ways().indexOf(way));
        return sight.bind(db.sql("""
                select count(*)::int as n from (
                    select 1 from ticket.ticket t
                    where (%s) and (:number::bigint is null or t.number = :number) limit :most) as seen
                """.formatted(branch)))
                .bind("number", number)
                .bind("most", MOST)
                .one(row -> row.integer("n"));
    }

    private static String why(Ticket ticket, Me other) {
        if (ticket.matter().restricted()) return "restricted";
        if (!other.may(Permission.TICKET_WORK)) return "not_theirs";
        return "other_team";
    }
}

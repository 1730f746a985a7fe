package dev.qiao.ticket.undo;

import dev.qiao.ticket.Matter;
import dev.qiao.ticket.StageColumns;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Times;
import dev.qiao.ticket.Weight;

/** How a ticket stood, as it is stored. */
record Before(Matter matter, Weight weight, Ticket.Place place, StageColumns stage, Times times) {
    static Before of(Ticket ticket) {
        return new Before(
                ticket.matter(), ticket.weight(), ticket.place(), StageColumns.of(ticket.stage()), ticket.times());
    }

    /** @param answered whether words to the requester came with the act: they stay said, and with them that somebody responded */
    Ticket ticket(Ticket now, boolean answered) {
        var then = answered ? times.answered(now.times().respondedAt()) : times;
        return new Ticket(
                now.number(), now.version(), matter, weight, place, stage.stage(times.restoredAt()), then, now.tally());
    }
}

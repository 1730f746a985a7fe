package dev.qiao.ticket.undo;

import dev.qiao.ticket.Matter;
import dev.qiao.ticket.StageColumns;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Times;
import dev.qiao.ticket.Weight;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * How a ticket stood, as it is stored.
 *
 * @param beside how what stands beside it stood, by the codes of {@link Beside}; empty where the act left all of that alone
 */
public record Before(
        Matter matter,
        Weight weight,
        Ticket.Place place,
        StageColumns stage,
        Times times,
        Map<String, JsonNode> beside) {
    /** What was stored before anything beside a ticket was kept has none. */
    public Before {
        beside = Objects.requireNonNullElse(beside, Map.of());
    }

    /** The ticket alone. */
    public static Before of(Ticket ticket) {
        return of(ticket, Map.of());
    }

    static Before of(Ticket ticket, Map<String, JsonNode> beside) {
        return new Before(
                ticket.matter(),
                ticket.weight(),
                ticket.place(),
                StageColumns.of(ticket.stage()),
                ticket.times(),
                beside);
    }

    /** @param answered whether words to the requester came with the act: they stay said, and with them that somebody responded */
    Ticket ticket(Ticket now, boolean answered) {
        var then = answered ? times.answered(now.times().respondedAt()) : times;
        return new Ticket(
                now.number(), now.version(), matter, weight, place, stage.stage(times.restoredAt()), then, now.tally());
    }
}

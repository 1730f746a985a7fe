package dev.qiao.ticket.board.web;

import dev.qiao.base.web.Face;
import dev.qiao.ticket.web.TicketRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tickets as cards.
 *
 * @param by stage or assignee
 * @param here the address of this board
 * @param list the address of the same tickets as a list
 * @param other the address of the same tickets by the other way of making columns
 */
public record BoardPage(String by, String here, String list, String other, List<Column> columns) {
    /**
     * A column.
     *
     * @param code of the stage, or the number of the person, 0 for nobody
     * @param face of the person; null by stage
     * @param more the address of all of them; null when all are here
     */
    public record Column(
            String code,
            String label,
            @Nullable Face face,
            List<TicketRow> cards,
            @Nullable String more) {}

    public boolean byStage() {
        return by.equals("stage");
    }
}

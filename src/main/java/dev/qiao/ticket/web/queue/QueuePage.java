package dev.qiao.ticket.web.queue;

import dev.qiao.base.web.Choice;
import dev.qiao.ticket.web.TicketRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The queue as a page.
 *
 * @param views the lists that everybody needs, with how many are in each
 * @param tokens the conditions in force
 * @param kept the conditions as hidden fields of the filter form
 * @param here address of this list
 * @param next address of the further rows; null at the end
 */
public record QueuePage(
        String title,
        List<ViewTab> views,
        List<Token> tokens,
        Map<String, String> kept,
        List<Picker> pickers,
        List<TicketRow> rows,
        String here,
        @Nullable String next,
        String group,
        boolean byDue,
        boolean searching) {

    /** @param count null where nobody counts */
    public record ViewTab(
            String label, String path, @Nullable String count, boolean current) {}

    /** A condition that can be taken away. */
    public record Token(String name, String value, String without) {}

    /** A condition that can be added. */
    public record Picker(String name, String label, List<Choice> choices) {}
}

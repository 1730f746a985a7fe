package dev.qiao.ticket.split.web;

import dev.qiao.base.web.Choice;
import dev.qiao.ticket.split.Splits;
import java.util.List;

/**
 * Some of the words of a ticket, oldest first.
 *
 * @param many how far back from the newest they reach
 * @param more whether there are earlier ones
 */
public record SplitStretch(List<Choice> lines, int many, boolean more) {
    /** Whether these are not the newest alone. */
    public boolean back() {
        return many > Splits.MOST;
    }

    /** Before which of them the earlier ones end. */
    public String first() {
        return lines.isEmpty() ? "0" : lines.getFirst().value();
    }
}

package dev.qiao.ticket.web.help;

import dev.qiao.base.web.Choice;
import java.util.List;

/**
 * The form of a report with what can be chosen in it.
 *
 * @param topics the outermost categories, to be touched instead of typed
 * @param colleagues whether there are any to report for
 */
public record ReportView(
        ReportForm form,
        List<Choice> kinds,
        List<Choice> topics,
        List<Choice> categories,
        List<Choice> services,
        boolean colleagues) {

    public static String text(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}

package dev.qiao.ticket.web.help;

import dev.qiao.base.web.Choice;
import dev.qiao.ticket.form.web.AskedView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a report with what can be chosen in it.
 *
 * @param topics the outermost categories, to be touched instead of typed
 * @param colleagues whether there are any to report for
 * @param asked what is asked beside; null: nothing
 * @param outOfUse whether that is asked no more and only stands here because something was typed in it
 */
public record ReportView(
        ReportForm form,
        List<Choice> kinds,
        List<Choice> topics,
        List<Choice> categories,
        List<Choice> services,
        boolean colleagues,
        @Nullable AskedView asked,
        boolean outOfUse) {

    public static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}

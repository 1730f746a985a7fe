package dev.qiao.channel.web;

import dev.qiao.channel.Notice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice with what its text needs.
 *
 * @param actor the name of who did it
 * @param title of the ticket; null where there is none to be seen
 */
public record NoticeLine(
        Notice notice, String actor, @Nullable String title) {
    /** What the placeholders of its text stand for. */
    public List<Object> arguments() {
        var all = new ArrayList<Object>();
        all.add(Long.toString(notice.subject()));
        all.add(actor);
        all.addAll(notice.arguments());
        return all;
    }
}

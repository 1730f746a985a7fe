package dev.qiao.ticket.web.queue;

import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.Queue.Group;
import dev.qiao.ticket.Queue.Sort;
import dev.qiao.ticket.view.Lens;
import dev.qiao.ticket.view.SavedView;
import dev.qiao.ticket.web.TicketRow;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queue as a page.
 *
 * @param next address of the further rows; null at the end
 * @param saved what is to be said and done about the saved view; null on a list of no name
 * @param removed views that can be brought back
 * @param open whether it shows work that is still owed, which can be sorted and grouped
 */
public record QueuePage(
        String title,
        QueueQuery query,
        @Nullable ViewBar bar,
        Conditions conditions,
        List<TicketRow> rows,
        @Nullable String next,
        @Nullable Saved saved,
        List<Choice> teams,
        List<SavedView> removed,
        boolean open,
        boolean searching) {

    /** A condition that can be taken away, or turned round. */
    public record Token(
            String name,
            String value,
            String without,
            @Nullable String flipped) {}

    /** Conditions that can be added. */
    public record Picker(String label, String name, List<Choice> choices) {}

    /**
     * The saved view that is shown.
     *
     * @param left who shared it and has left; null while they are here
     */
    public record Saved(
            long id,
            int version,
            String name,
            @Nullable Long team,
            boolean shared,
            boolean changed,
            boolean owned,
            @Nullable String left) {}

    public Lens lens() {
        return query.lens();
    }

    public String here() {
        return query.path();
    }

    /** Whether there is a condition that could be taken away, or another view to turn to. */
    public boolean narrowed() {
        return !lens().address().isEmpty();
    }

    /** The same tickets as a board. */
    public String board() {
        var address = lens().address();
        return address.isEmpty() ? "/tickets/board" : "/tickets/board?" + address;
    }

    /** The classes of the columns that are shown. */
    public String look() {
        var look = new StringBuilder("rows queue");
        for (var column : lens().shown()) look.append(" has-").append(column.code());
        return look.toString();
    }

    /** Under which head a row stands; null where there are none. */
    public @Nullable String head(TicketRow row, Page page) {
        if (!open || searching) return null;
        return switch (lens().group()) {
            case NONE -> lens().sort() == Sort.DUE ? page.t("ticket.group." + row.group(page.times())) : null;
            case PRIORITY -> page.t("ticket.priority." + row.priority().code());
            case STAGE -> page.t("ticket.stage." + row.stage().code());
            case TEAM -> row.team() == null ? page.t("ticket.filter.none") : row.team();
            case ASSIGNEE -> row.assignee().name();
            case SERVICE -> row.service() == null ? page.t("ticket.filter.none") : row.service();
        };
    }

    /** The address of the further rows, which know under which head the last one stood. */
    public String further(@Nullable String last) {
        return next + (last == null ? "" : "&under=" + URLEncoder.encode(last, StandardCharsets.UTF_8));
    }

    public boolean by(Group group) {
        return lens().group() == group;
    }
}

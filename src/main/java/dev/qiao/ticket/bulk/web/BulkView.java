package dev.qiao.ticket.bulk.web;

import dev.qiao.base.web.Page;
import dev.qiao.ticket.bulk.Bulk;
import dev.qiao.ticket.bulk.Bulk.Fate;
import dev.qiao.ticket.bulk.Bulk.Progress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bulk act as a page shows it.
 *
 * @param undoneBy which one takes it back; null where none does
 */
public record BulkView(
        Bulk bulk,
        Progress progress,
        boolean reversible,
        @Nullable Long undoneBy) {
    /** Of a hundred. */
    public int percent() {
        return bulk.total() == 0 ? 100 : (int) (100L * progress.over() / bulk.total());
    }

    public String title(Page page) {
        var key = bulk.undoes() == null ? "ticket.bulk.title" : "ticket.bulk.title_back";
        return page.t(key, page.t("ticket.deed." + bulk.order().deed().code()), page.number(bulk.total()));
    }

    /** Message key of how it stands. */
    public String state() {
        if (bulk.running()) return "ticket.bulk.running";
        return bulk.cancelledAt() != null ? "ticket.bulk.was_cancelled" : "ticket.bulk.ended";
    }

    /** Message key of what became of a ticket. */
    public String word(Fate fate) {
        return switch (fate) {
            case DONE -> bulk.undoes() == null ? "ticket.bulk.done" : "ticket.bulk.restored";
            case UNCHANGED -> "ticket.bulk.unchanged";
            case REFUSED -> "ticket.bulk.refused";
            case TAKEN_BACK -> "ticket.bulk.undone";
            case LEFT -> bulk.running() ? "ticket.bulk.waiting" : "ticket.bulk.left";
        };
    }

    /** What became of any of its tickets; what was done and what was refused also where there is none. */
    public List<Fate> fates() {
        return Arrays.stream(Fate.values())
                .filter(fate -> fate == Fate.DONE || fate == Fate.REFUSED || progress.of(fate) > 0)
                .toList();
    }

    /** How many there are; null: whatever became of them. */
    public int count(@Nullable Fate fate) {
        return fate == null ? bulk.total() : progress.of(fate);
    }

    /** Where the tickets of which that is so are shown. */
    public String path(@Nullable Fate fate) {
        return "/bulk/" + bulk.id() + (fate == null ? "" : "?outcome=" + fate.code());
    }
}

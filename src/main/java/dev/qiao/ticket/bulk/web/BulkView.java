package dev.qiao.ticket.bulk.web;

import dev.qiao.ticket.bulk.Bulk;
import dev.qiao.ticket.bulk.Bulk.Progress;

/** A bulk act as a page shows it. */
public record BulkView(Bulk bulk, Progress progress, boolean reversible) {
    /** Of a hundred. */
    public int percent() {
        return bulk.total() == 0 ? 100 : (int) (100L * progress.over() / bulk.total());
    }

    /** Message key of how it stands. */
    public String state() {
        if (bulk.running()) return "ticket.bulk.running";
        return bulk.cancelledAt() != null ? "ticket.bulk.was_cancelled" : "ticket.bulk.ended";
    }

    /** Message key of what is done. */
    public String word() {
        return "ticket.deed." + bulk.order().deed().code();
    }
}

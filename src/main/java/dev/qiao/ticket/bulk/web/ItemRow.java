package dev.qiao.ticket.bulk.web;

import dev.qiao.ticket.bulk.Bulk.Fate;
import org.jspecify.annotations.Nullable;

/**
 * What became of one ticket.
 *
 * @param title null where the reader does not see the ticket
 * @param why it was refused; null where it was not
 */
public record ItemRow(
        long number,
        @Nullable String title,
        Fate fate,
        String word,
        @Nullable String why) {
    public String icon() {
        return switch (fate) {
            case DONE -> "m-resolved";
            case UNCHANGED -> "m-closed";
            case REFUSED -> "m-missed";
            case TAKEN_BACK -> "history";
            case LEFT -> "m-waiting";
        };
    }

    /** Shape, word and colour. */
    public String tone() {
        return switch (fate) {
            case DONE -> "is-done";
            case REFUSED -> "is-refused";
            case UNCHANGED, TAKEN_BACK, LEFT -> "is-quiet";
        };
    }
}

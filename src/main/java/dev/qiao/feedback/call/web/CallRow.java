package dev.qiao.feedback.call.web;

import dev.qiao.base.web.Face;
import dev.qiao.feedback.Rating;
import dev.qiao.feedback.call.Call;
import dev.qiao.ticket.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * A call as a row.
 *
 * @param phone null when none is known
 * @param by who made it
 */
public record CallRow(
        Call call,
        Ticket ticket,
        Face person,
        @Nullable String phone,
        @Nullable Rating rating,
        String by) {
    public String id() {
        return Long.toString(call.id());
    }

    public String number() {
        return Long.toString(call.ticket());
    }

    /** The number as telephones take it. */
    public String dial() {
        return phone == null ? "" : "tel:" + phone.replaceAll("[^0-9+*#,]", "");
    }
}

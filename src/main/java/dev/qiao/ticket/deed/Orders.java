package dev.qiao.ticket.deed;

import dev.qiao.base.Refused;
import dev.qiao.ticket.Texts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be said of an order before any ticket is looked at. */
public final class Orders {
    private Orders() {}

    /** Errors: invalid, naming the field that is missing or cannot be. */
    public static void check(Order o, Instant now) {
        switch (o.deed()) {
            case ASSIGN -> {
                if (o.team() == null && o.person() == null) throw Refused.invalid("team", "ticket.assign_to_whom");
            }
            case HOLD -> {
                said("reason", o.reason(), Texts.REASON);
                if (o.until() == null && o.hours() == null) throw Refused.invalid("until", "ticket.hold_needs_date");
                if (o.until() != null && !o.until().isAfter(now)) throw Refused.invalid("until", "ticket.hold_in_past");
                if (o.hours() != null && o.hours() < 1) throw Refused.invalid("hours", "ticket.hold_in_past");
            }
            case RESOLVE -> {
                if (o.code() == null) throw Refused.invalid("code", "ticket.choose_one");
                if (o.cause() == null) throw Refused.invalid("cause", "ticket.choose_one");
                said("text", o.text(), Texts.BODY);
            }
            case REOPEN -> said("reason", o.reason(), Texts.REASON);
            case TAG, UNTAG -> {
                if (o.labels().isEmpty()) throw Refused.invalid("tags", "ticket.deed.which_tags");
            }
            case REPLY, NOTE -> said("text", o.text(), Texts.BODY);
            case ACCEPT, RESUME, CLOSE, HAND_BACK, PRIORITY, WATCH, UNWATCH -> {}
        }
    }

    private static void said(String field, @Nullable String text, int most) {
        if (Texts.words(field, text, most).isEmpty()) throw Refused.invalid(field, "ticket.text_missing");
    }
}

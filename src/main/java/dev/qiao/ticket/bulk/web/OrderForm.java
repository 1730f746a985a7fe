package dev.qiao.ticket.bulk.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import dev.qiao.ticket.web.Fields;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An order as a form sends it. Its names are none of those that stand in the address of a list, which comes along.
 *
 * @param labels tags with commas between
 */
public record OrderForm(
        @Nullable String act,
        @Nullable Long toTeam,
        @Nullable Long toPerson,
        @Nullable String reason,
        @Nullable String text,
        @Nullable String waitsFor,
        @Nullable String until,
        @Nullable String code,
        @Nullable String cause,
        @Nullable String toPriority,
        @Nullable String labels) {

    public Deed deed() {
        if (act == null) throw Refused.invalid("act", "ticket.choose_one");
        return Coded.of(Deed.class, "act", act);
    }

    /** Errors: a word that is none. */
    public Order order(ZoneId zone) {
        return Order.of(deed())
                .to(toTeam, toPerson)
                .because(said(reason))
                .saying(said(text))
                .waiting(word(HoldFor.class, "waitsFor", waitsFor), Fields.moment("until", until, zone), null)
                .ending(word(Outcome.class, "code", code), word(Cause.class, "cause", cause))
                .weighing(word(Priority.class, "toPriority", toPriority))
                .tagging(Texts.parted(labels));
    }

    private static <E extends Enum<E> & Coded> @Nullable E word(Class<E> type, String field, @Nullable String code) {
        return code == null || code.isBlank() ? null : Coded.of(type, field, code);
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

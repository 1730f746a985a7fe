package dev.qiao.ticket.macro.web;

import dev.qiao.base.Coded;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import dev.qiao.ticket.macro.Macro;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A macro as its form sends it: what is left empty is not done. The acts follow one another as they stand here.
 *
 * @param holdHours with a reason: puts it on hold for so long
 * @param solution with a code and a cause: resolves it
 */
public record MacroForm(
        @Nullable Long team,
        @Nullable String name,
        @Nullable Boolean accept,
        @Nullable String labels,
        @Nullable String toPriority,
        @Nullable String priorityReason,
        @Nullable String reply,
        @Nullable String note,
        @Nullable Long toTeam,
        @Nullable Long toPerson,
        @Nullable String assignReason,
        @Nullable String waitsFor,
        @Nullable Integer holdHours,
        @Nullable String holdReason,
        @Nullable String solution,
        @Nullable String code,
        @Nullable String cause,
        @Nullable Boolean active) {

    Macro macro(long id) {
        return new Macro(
                id, team, Objects.requireNonNullElse(name, ""), orders(), id == 0 || Boolean.TRUE.equals(active));
    }

    private List<Order> orders() {
        var orders = new ArrayList<Order>();
        if (Boolean.TRUE.equals(accept)) orders.add(Order.of(Deed.ACCEPT));
        var tags = tags();
        if (!tags.isEmpty()) orders.add(Order.of(Deed.TAG).tagging(tags));
        var priority = word(Priority.class, "toPriority", toPriority);
        if (priority != null)
            orders.add(Order.of(Deed.PRIORITY).weighing(priority).because(said(priorityReason)));
        if (said(reply) != null) orders.add(Order.of(Deed.REPLY).saying(reply));
        if (said(note) != null) orders.add(Order.of(Deed.NOTE).saying(note));
        if (toTeam != null || toPerson != null) {
            orders.add(Order.of(Deed.ASSIGN).to(toTeam, toPerson).because(said(assignReason)));
        }
        if (holdHours != null || said(holdReason) != null) {
            var party = word(HoldFor.class, "waitsFor", waitsFor);
            orders.add(Order.of(Deed.HOLD).waiting(party, null, holdHours).because(said(holdReason)));
        }
        if (said(solution) != null) {
            var outcome = word(Outcome.class, "code", code);
            orders.add(Order.of(Deed.RESOLVE)
                    .ending(outcome, word(Cause.class, "cause", cause))
                    .saying(solution));
        }
        return List.copyOf(orders);
    }

    static MacroForm of(Macro macro) {
        var accept = first(macro, Deed.ACCEPT);
        var tag = first(macro, Deed.TAG);
        var priority = first(macro, Deed.PRIORITY);
        var reply = first(macro, Deed.REPLY);
        var note = first(macro, Deed.NOTE);
        var assign = first(macro, Deed.ASSIGN);
        var hold = first(macro, Deed.HOLD);
        var resolve = first(macro, Deed.RESOLVE);
        return new MacroForm(
                macro.team(),
                macro.name(),
                accept != null,
                tag == null ? null : String.join("，", tag.labels()),
                priority == null ? null : code(priority.priority()),
                priority == null ? null : priority.reason(),
                reply == null ? null : reply.text(),
                note == null ? null : note.text(),
                assign == null ? null : assign.team(),
                assign == null ? null : assign.person(),
                assign == null ? null : assign.reason(),
                hold == null ? null : code(hold.waitsFor()),
                hold == null ? null : hold.hours(),
                hold == null ? null : hold.reason(),
                resolve == null ? null : resolve.text(),
                resolve == null ? null : code(resolve.code()),
                resolve == null ? null : code(resolve.cause()),
                macro.active());
    }

    private static @Nullable Order first(Macro macro, Deed deed) {
        return macro.orders().stream()
                .filter(order -> order.deed() == deed)
                .findFirst()
                .orElse(null);
    }

    private List<String> tags() {
        if (labels == null) return List.of();
        return Arrays.stream(labels.split("[,，、]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private static @Nullable String code(@Nullable Coded word) {
        return word == null ? null : word.code();
    }

    private static <E extends Enum<E> & Coded> @Nullable E word(Class<E> type, String field, @Nullable String code) {
        return code == null || code.isBlank() ? null : Coded.of(type, field, code);
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

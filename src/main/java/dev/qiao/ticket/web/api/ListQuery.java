package dev.qiao.ticket.web.api;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.Narrowing;
import dev.qiao.ticket.Queue.Order;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.view.Lenses;
import dev.qiao.ticket.web.References;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets the API is to list; several words of a kind are separated by commas.
 *
 * @param assignee a login, {@code me}, or {@code none}
 * @param tag as in the address of a page: {@code vpn,crm} is one or the other, {@code !vpn} without it, {@code none} without any
 * @param vip {@code yes} or {@code no}
 * @param outcome how it ended
 * @param cause what was behind it
 * @param opened a day or a stretch: {@code today-7..today}, {@code 2026-11-01..}
 * @param resolved a day or a stretch
 * @param answer what a form was answered: {@code printer.floor~3}
 * @param or alternatives of which one must hold: {@code priority:urgent;team:network}
 */
record ListQuery(
        @Nullable String q,
        @Nullable List<String> stage,
        @Nullable List<String> priority,
        @Nullable List<String> kind,
        @Nullable String team,
        @Nullable String assignee,
        @Nullable String requester,
        @Nullable String service,
        @Nullable String organization,
        @Nullable String category,
        @Nullable String tag,
        @Nullable String vip,
        @Nullable String outcome,
        @Nullable String cause,
        @Nullable String opened,
        @Nullable String resolved,
        @Nullable String answer,
        @Nullable List<String> or,
        @Nullable String view) {

    Filter filter(References references, Lenses lenses, Me me) {
        var stages = words(Stage.Name.class, "stage", stage);
        boolean narrow = (q != null && !q.isBlank()) || !stages.isEmpty();
        var chosen =
                view != null && !view.isBlank() ? Coded.of(View.class, "view", view) : narrow ? View.ALL : View.OPEN;
        return new Filter(
                chosen,
                q == null || q.isBlank() ? null : q,
                stages,
                words(Priority.class, "priority", priority),
                words(Kind.class, "kind", kind),
                references.team("team", team),
                assignee(references, me),
                references.person("requester", requester),
                references.service("service", service),
                references.organization("organization", organization),
                references.category("category", category),
                narrowing(lenses),
                Order.STANDARD);
    }

    /** Conditions are written as in the address of a page; a program is refused what a page would only remark on. */
    private @Nullable Narrowing narrowing(Lenses lenses) {
        var asked = new LinkedHashMap<String, List<String>>();
        put(asked, "tag", tag);
        put(asked, "vip", vip);
        put(asked, "outcome", outcome);
        put(asked, "cause", cause);
        put(asked, "opened", opened);
        put(asked, "resolved", resolved);
        put(asked, "answer", answer);
        if (or != null && !or.isEmpty()) asked.put("or", or);
        if (asked.isEmpty()) return null;
        var lens = lenses.read(asked);
        if (!lens.strange().isEmpty()) {
            var first = lens.strange().getFirst();
            throw Refused.invalid(first.substring(0, first.indexOf('=')), "ticket.saved.strange", first);
        }
        return lens.narrowing();
    }

    private static void put(Map<String, List<String>> asked, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) asked.put(name, List.of(value));
    }

    private @Nullable Long assignee(References references, Me me) {
        return switch (assignee) {
            case null -> null;
            case "me" -> me.id();
            case "none" -> Long.valueOf(0);
            default -> references.person("assignee", assignee);
        };
    }

    private static <E extends Enum<E> & Coded> Set<E> words(Class<E> type, String field, @Nullable List<String> codes) {
        if (codes == null) return Set.of();
        return codes.stream()
                .filter(code -> !code.isBlank())
                .map(code -> Coded.of(type, field, code.strip()))
                .collect(Collectors.toSet());
    }
}

package dev.qiao.ticket.web.api;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.Order;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.web.References;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets the API is to list; several words of a kind are separated by commas.
 *
 * @param assignee a login, {@code me}, or {@code none}
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
        @Nullable String view) {

    Filter filter(References references, Me me) {
        var stages = words(Stage.Name.class, "stage", stage);
        boolean narrow = q != null && !q.isBlank() || !stages.isEmpty();
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
                null,
                Order.STANDARD);
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

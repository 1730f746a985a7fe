package dev.qiao.ticket.web.queue;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.Mark;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Weight.Priority;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of a list of tickets: everything that it shows stands in it, so that it can be shared.
 *
 * @param after where the page before ended
 * @param group the head under which the page before ended
 */
public record QueueQuery(
        @Nullable String view,
        @Nullable String q,
        @Nullable List<String> stage,
        @Nullable List<String> priority,
        @Nullable List<String> kind,
        @Nullable Long team,
        @Nullable Long assignee,
        @Nullable Long requester,
        @Nullable Long service,
        @Nullable Long organization,
        @Nullable Long category,
        @Nullable String after,
        @Nullable String group) {

    public static QueueQuery of(View view) {
        return new QueueQuery(view.code(), null, null, null, null, null, null, null, null, null, null, null, null);
    }

    public View chosen() {
        return view == null || view.isBlank() ? View.OPEN : Coded.of(View.class, "view", view);
    }

    /** Which tickets these conditions ask for. Errors: a word that is none. */
    public Filter filter() {
        return new Filter(
                chosen(),
                q == null || q.isBlank() ? null : q,
                words(Stage.Name.class, "stage", stage),
                words(Priority.class, "priority", priority),
                words(Kind.class, "kind", kind),
                team,
                assignee,
                requester,
                service,
                organization,
                category);
    }

    @Nullable
    Mark mark() {
        if (after == null || after.isBlank()) return null;
        var parts = after.split("_", 2);
        try {
            return new Mark(
                    parts.length < 2 || parts[1].isEmpty() ? null : Instant.parse(parts[1]), Long.parseLong(parts[0]));
        } catch (NumberFormatException | DateTimeException _) {
            throw Refused.malformed("after", "base.bad_cursor");
        }
    }

    /** The same list from there on. */
    String address(Mark mark) {
        var due = mark.due() == null ? "" : mark.due().toString();
        return address(Map.of("after", mark.number() + "_" + due));
    }

    /** The same list without this condition. */
    String without(String name) {
        var rest = parameters();
        rest.remove(name);
        return path(rest);
    }

    String address(Map<String, String> more) {
        var all = parameters();
        all.putAll(more);
        return path(all);
    }

    private static String path(Map<String, String> parameters) {
        if (parameters.isEmpty()) return "/tickets";
        return parameters.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/tickets?", ""));
    }

    /** The conditions as they stand in the address, but for the page. */
    public Map<String, String> parameters() {
        var all = new LinkedHashMap<String, String>();
        put(all, "view", view);
        put(all, "q", q);
        put(all, "stage", stage == null ? null : String.join(",", stage));
        put(all, "priority", priority == null ? null : String.join(",", priority));
        put(all, "kind", kind == null ? null : String.join(",", kind));
        put(all, "team", team);
        put(all, "assignee", assignee);
        put(all, "requester", requester);
        put(all, "service", service);
        put(all, "organization", organization);
        put(all, "category", category);
        return all;
    }

    private static void put(Map<String, String> all, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) all.put(name, value.toString());
    }

    private static <E extends Enum<E> & Coded> Set<E> words(Class<E> type, String field, @Nullable List<String> codes) {
        if (codes == null) return Set.of();
        return codes.stream()
                .filter(code -> !code.isBlank())
                .map(code -> Coded.of(type, field, code))
                .collect(Collectors.toSet());
    }
}

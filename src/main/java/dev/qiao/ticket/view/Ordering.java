package dev.qiao.ticket.view;

import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import org.jspecify.annotations.Nullable;

/**
 * An order of rows as SQL.
 *
 * @param after the condition under which a row comes after the last one seen
 */
public record Ordering(String inside, String after) {
    private static final String DUE_KEY = "coalesce(t.due_at, 'infinity')";

    public static Ordering of(Filter filter) {
        if (!filter.open()) return new Ordering("t.number desc", "t.number < :after_number");
        var group = group(filter.order().group());
        var sorted = sorted(filter.order().sort());
        return group == null
                ? sorted
                : new Ordering(
                        group + ", " + sorted.inside,
                        "(%1$s > :after_group or %1$s = :after_group and %2$s)".formatted(group, sorted.after));
    }

    private static Ordering sorted(Queue.Sort sort) {
        return switch (sort) {
            case DUE ->
                new Ordering(
                        DUE_KEY + ", t.number",
                        "(" + DUE_KEY + ", t.number) > (coalesce(:after_at::timestamptz, 'infinity'), :after_number)");
            case NEWEST -> new Ordering("t.number desc", "t.number < :after_number");
            case OLDEST -> new Ordering("t.number", "t.number > :after_number");
            case CHANGED ->
                new Ordering(
                        "t.updated_at desc, t.number desc",
                        "(t.updated_at, t.number) < (:after_at::timestamptz, :after_number)");
        };
    }

    private static @Nullable String group(Queue.Group group) {
        return switch (group) {
            case NONE -> null;
            case PRIORITY -> "(case t.priority when 'urgent' then 0 when 'important' then 1 else 2 end)";
            case STAGE -> "(case t.stage when 'waiting' then 0 when 'working' then 1 else 2 end)";
            case TEAM, ASSIGNEE, SERVICE -> "coalesce(t." + group.code() + "_id, " + Long.MAX_VALUE + ")";
        };
    }
}

package dev.qiao.base.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next what to send as {@code cursor} for the page after it; null on the last
 */
public record Slice<T>(List<T> items, @Nullable String next) {
    /** Of rows that were asked for with one more than the limit, to know whether there are more. */
    public static <T> Slice<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) return new Slice<>(rows, null);
        return new Slice<>(List.copyOf(rows.subList(0, limit)), cursor.apply(rows.get(limit - 1)));
    }

    /** The same page of something made of its items. */
    public <R> Slice<R> map(Function<T, R> view) {
        return new Slice<>(items.stream().map(view).toList(), next);
    }
}

package dev.qiao.people.web;

import dev.qiao.base.Refused;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list, and from where to go on.
 *
 * @param next cursor for the following piece; null at the end
 */
record Listing<T>(List<T> items, @Nullable String next) {
    private static final int MOST = 200;

    static int rows(int limit) {
        if (limit < 1 || limit > MOST) throw Refused.invalid("limit", "people.limit", MOST);
        return limit;
    }

    static long number(String cursor) {
        if (!cursor.matches("\\d{1,18}")) throw Refused.invalid("cursor", "people.cursor");
        return Long.parseLong(cursor);
    }

    /** @param found one more than wanted, if there are so many */
    static <T> Listing<T> of(List<T> found, int rows, Function<T, String> cursor) {
        var shown = found.stream().limit(rows).toList();
        return new Listing<>(shown, found.size() > rows ? cursor.apply(shown.getLast()) : null);
    }

    <R> Listing<R> map(Function<List<T>, List<R>> all) {
        return new Listing<>(all.apply(items), next);
    }
}

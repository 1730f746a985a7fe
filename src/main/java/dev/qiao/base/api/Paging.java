package dev.qiao.base.api;

import dev.qiao.base.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of a list is wanted, and from where. */
public record Paging(int limit, @Nullable String cursor) {
    public static final int STANDARD = 50;
    public static final int MOST = 200;

    /** Errors: malformed, when the limit is not a number from 1 to 200. */
    static Paging of(@Nullable String limit, @Nullable String cursor) {
        var from = cursor == null || cursor.isEmpty() ? null : cursor;
        if (limit == null || limit.isEmpty()) return new Paging(STANDARD, from);
        if (!limit.matches("\\d{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST)
            throw Refused.malformed("limit", "base.api.bad_limit", MOST);
        return new Paging(Integer.parseInt(limit), from);
    }

    /** A page of a list that is short enough to be at hand whole; the cursor is a place in it. */
    public <T> Slice<T> of(List<T> whole, String list) {
        var after = after(list);
        int from = after == null ? 0 : Math.clamp(after.number(0), 0, whole.size());
        int to = Math.min(from + limit, whole.size());
        return new Slice<>(List.copyOf(whole.subList(from, to)), to < whole.size() ? Keyset.of(list, (long) to) : null);
    }

    /** The end of the page before, if this is not the first. */
    public @Nullable Keyset after(String list) {
        return cursor == null ? null : Keyset.read(list, cursor);
    }
}

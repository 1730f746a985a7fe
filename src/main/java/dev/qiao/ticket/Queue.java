package dev.qiao.ticket;

import dev.qiao.base.Me;
import dev.qiao.base.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to lists of tickets: what somebody may see of them, a page at a time. */
@Component
public class Queue {
    /** Counting goes no further: beyond it a figure helps nobody. */
    public static final int COUNTED = 1_000;

    /** Where the next page begins. */
    public record Mark(@Nullable Instant due, long number) {}

    /** @param next null at the end */
    public record Listed(List<Ticket> items, @Nullable Mark next) {}

    private final ListSql sql;

    Queue(ListSql sql) {
        this.sql = sql;
    }

    /** Open work in the order of promises, anything else and what was searched for the newest first. */
    public Listed list(Filter filter, @Nullable Mark after, int limit, Me me, Instant now) {
        var found = filter.words() == null || filter.words().isBlank()
                ? sql.page(
                        filter, after == null ? null : new ListSql.Key(after.due(), after.number()), limit + 1, me, now)
                : search(filter, filter.words(), after, limit + 1, me, now);
        if (found.size() <= limit) return new Listed(found, null);
        var last = found.get(limit - 1);
        return new Listed(found.subList(0, limit), new Mark(last.times().dueAt(), last.number()));
    }

    /** How many; {@link #COUNTED} + 1 stands for more than that. */
    public int count(Filter filter, Me me, Instant now) {
        return sql.count(filter, COUNTED + 1, me, now);
    }

    private List<Ticket> search(Filter filter, String typed, @Nullable Mark after, int limit, Me me, Instant now) {
        var query = Words.query(typed);
        if (query == null) return List.of();
        return sql.search(filter, query, after == null ? null : after.number(), limit, me, now);
    }
}

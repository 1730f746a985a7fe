package dev.qiao.journal;

import dev.qiao.base.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody changed how the desk works.
 *
 * @param what the kind of thing, with its room: {@code ticket.category}
 * @param before null when it is new
 * @param after null when it is gone
 * @param reverses the entry that is taken back by this; null for a change of its own
 */
public record Configured(
        String what,
        String code,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        @Nullable Long reverses) implements Facts {
    /** The entry that is being taken back, while a room's own verb does it. */
    static final ScopedValue<Long> REVERSED = ScopedValue.newInstance();

    /** Takes any records that hold codes and settings, no secrets and no names of people. */
    public static Configured of(String what, String code, @Nullable Object before, @Nullable Object after) {
        var reverses = REVERSED.isBound() ? REVERSED.get() : null;
        return new Configured(what, code, node(before), node(after), reverses);
    }

    private static @Nullable JsonNode node(@Nullable Object value) {
        return value == null ? null : Json.of(value).node();
    }
}

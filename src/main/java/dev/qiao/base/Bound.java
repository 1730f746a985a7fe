package dev.qiao.base;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a Java value into what the driver can send. */
final class Bound {
    private Bound() {}

    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Coded word -> word.code();
            case Enum<?> word -> word.name();
            case Json json -> json.text();
            case Collection<?> values -> array(values);
            default -> value;
        };
    }

    /** Numbers stay numbers; the rest travels as text and is cast by the statement ({@code :at::timestamptz[]}). */
    private static Object array(Collection<?> values) {
        if (values.stream().allMatch(v -> v instanceof Long || v == null)
                && values.stream().anyMatch(v -> v != null)) {
            return values.toArray(Long[]::new);
        }
        if (values.stream().allMatch(v -> v instanceof Integer || v == null)
                && values.stream().anyMatch(v -> v != null)) {
            return values.toArray(Integer[]::new);
        }
        return values.stream().map(Bound::text).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Coded word -> word.code();
            case Json json -> json.text();
            case UUID id -> id.toString();
            default -> value.toString();
        };
    }
}

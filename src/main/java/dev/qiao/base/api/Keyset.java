package dev.qiao.base.api;

import dev.qiao.base.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended: the values of the order's columns in its last row. Outside it is opaque, and whatever was not given
 * out for this list is refused. It opens nothing: rows are tested for sight whatever it says.
 */
public final class Keyset {
    private static final char BETWEEN = '\u001f';
    private static final int LONGEST = 2_000;

    private final List<String> values;

    private Keyset(List<String> values) {
        this.values = values;
    }

    /**
     * What to give out after a row.
     *
     * @param list its name and order, such as {@code tickets.due}
     */
    public static String of(String list, @Nullable Object... values) {
        var text = new StringBuilder(list);
        for (var value : values) text.append(BETWEEN).append(value == null ? "" : value);
        var sum = sum(text.toString());
        text.append(BETWEEN).append(sum);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Errors: malformed, when it was not given out for this list. */
    public static Keyset read(String list, String cursor) {
        if (cursor.length() > LONGEST) throw wrong();
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int end = text.lastIndexOf(BETWEEN);
            if (end < 0 || !text.substring(end + 1).equals(sum(text.substring(0, end)))) throw wrong();
            var parts = Arrays.asList(text.substring(0, end).split(String.valueOf(BETWEEN), -1));
            if (!parts.getFirst().equals(list)) throw wrong();
            return new Keyset(parts.subList(1, parts.size()));
        } catch (IllegalArgumentException _) {
            throw wrong();
        }
    }

    private static String sum(String text) {
        var sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    /** The value of a column. Errors: malformed, when the list has no such column, here and below. */
    public String text(int index) {
        if (index >= values.size()) throw wrong();
        return values.get(index);
    }

    public long number(int index) {
        try {
            return Long.parseLong(text(index));
        } catch (NumberFormatException _) {
            throw wrong();
        }
    }

    public boolean yes(int index) {
        return switch (text(index)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong();
        };
    }

    public @Nullable Double decimalOrNull(int index) {
        try {
            return text(index).isEmpty() ? null : Double.valueOf(text(index));
        } catch (NumberFormatException _) {
            throw wrong();
        }
    }

    public Instant instant(int index) {
        var instant = instantOrNull(index);
        if (instant == null) throw wrong();
        return instant;
    }

    public @Nullable Instant instantOrNull(int index) {
        try {
            return text(index).isEmpty() ? null : Instant.parse(text(index));
        } catch (DateTimeParseException _) {
            throw wrong();
        }
    }

    private static Refused wrong() {
        return Refused.malformed("cursor", "base.api.bad_cursor");
    }
}

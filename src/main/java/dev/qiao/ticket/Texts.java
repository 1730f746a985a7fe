package dev.qiao.ticket;

import dev.qiao.base.Refused;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people type, checked before it is stored: lengths in characters, and nothing that no keyboard makes. */
public final class Texts {
    static final int TITLE = 200;
    public static final int BODY = 50_000;
    public static final int REASON = 2_000;
    private static final int TAGS = 20;
    private static final int TAG = 40;

    private Texts() {}

    /** One line. Errors: missing, too long, unprintable. */
    public static String title(String field, @Nullable String text) {
        var line = clean(field, text == null ? "" : text.strip().replaceAll("\\s+", " "));
        if (blank(line)) throw Refused.invalid(field, "ticket.text_missing");
        return bounded(field, line, TITLE);
    }

    /** One line of any length, or nothing. */
    public static String line(String field, String text) {
        return clean(field, text.strip().replaceAll("\\s+", " "));
    }

    /** Several lines, or none. */
    public static String body(String field, @Nullable String text) {
        return bounded(
                field,
                clean(field, text == null ? "" : text.replace("\r\n", "\n").stripTrailing()),
                BODY);
    }

    /** Several lines of which one must say something. */
    public static String words(String field, @Nullable String text, int most) {
        var body = body(field, text).strip();
        if (blank(body)) throw Refused.invalid(field, "ticket.text_missing");
        return bounded(field, body, most);
    }

    /** Tags as somebody types them in one line, parted by commas or semicolons of any keyboard. */
    public static List<String> parted(@Nullable String tags) {
        return tags == null
                ? List.of()
                : Arrays.stream(tags.split("[,，、;；]"))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList();
    }

    /** Short words, each once. Errors: too many, one too long, unprintable. */
    public static List<String> tags(List<String> tags) {
        var clean = tags.stream()
                .map(tag -> clean("tags", tag.strip()))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (clean.size() > TAGS) throw Refused.invalid("tags", "ticket.too_many_tags", TAGS);
        clean.forEach(tag -> bounded("tags", tag, TAG));
        return clean;
    }

    /** What a browser says a file is, when it says something that a header can carry. */
    static String mediaType(@Nullable String type) {
        return type != null && type.matches("[a-zA-Z0-9.+-]{1,60}/[a-zA-Z0-9.+-]{1,80}")
                ? type
                : "application/octet-stream";
    }

    /** Nothing to be seen: spaces, or signs that only steer how others are set. */
    private static boolean blank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    private static String bounded(String field, String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length > most) throw Refused.invalid(field, "ticket.text_too_long", length, most);
        return text;
    }

    private static String clean(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((Character.isISOControl(c) && c != '\n' && c != '\t')
                    || (Character.isSurrogate(c) && !paired(text, i))) {
                throw Refused.invalid(field, "ticket.text_unprintable", i + 1);
            }
        }
        return text;
    }

    private static boolean paired(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}

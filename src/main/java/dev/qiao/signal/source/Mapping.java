package dev.qiao.signal.source;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonPointer;

/**
 * Where in somebody's JSON the parts of an alert are: each a JSON Pointer (RFC 6901) into the alert, or empty where there is none.
 *
 * @param list where the list of alerts is, from the root; empty: the root is the alert, or the list of them
 * @param over the words of the status that mean it is over, with commas between
 */
public record Mapping(
        String list,
        String key,
        String title,
        String text,
        String severity,
        String status,
        String over,
        String group,
        String started,
        String ended,
        String url,
        String labels) {
    /** What many senders call these things. */
    public static final Mapping USUAL = new Mapping(
            "",
            "/id",
            "/title",
            "/message",
            "/severity",
            "/status",
            "resolved, ok, closed, recovered",
            "",
            "",
            "",
            "",
            "/labels");

    private static final int LONGEST = 200;

    /** Errors: invalid, naming each field that is no pointer, and the title and key where they are missing. */
    Mapping checked() {
        var wrong = new Objections();
        wrong.read(() -> pointer("list", list));
        wrong.read(() -> named("key", key));
        wrong.read(() -> named("title", title));
        wrong.read(() -> pointer("text", text));
        wrong.read(() -> pointer("severity", severity));
        wrong.read(() -> pointer("status", status));
        wrong.read(() -> pointer("group", group));
        wrong.read(() -> pointer("started", started));
        wrong.read(() -> pointer("ended", ended));
        wrong.read(() -> pointer("url", url));
        wrong.read(() -> pointer("labels", labels));
        wrong.raise();
        return this;
    }

    /** Whether this word of the status says that it is over. */
    public boolean over(String word) {
        return words().contains(word.strip().toLowerCase(Locale.ROOT));
    }

    private List<String> words() {
        return Arrays.stream(over.split("[,，、]"))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String named(String field, String text) {
        if (text.isEmpty()) throw Refused.invalid("mapping." + field, "signal.pointer_missing");
        return pointer(field, text);
    }

    private static String pointer(String field, String text) {
        if (text.length() > LONGEST || !(text.isEmpty() || text.startsWith("/")))
            throw Refused.invalid("mapping." + field, "signal.not_a_pointer", text);
        try {
            JsonPointer.compile(text);
            return text;
        } catch (IllegalArgumentException _) {
            throw Refused.invalid("mapping." + field, "signal.not_a_pointer", text);
        }
    }
}

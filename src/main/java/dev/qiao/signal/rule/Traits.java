package dev.qiao.signal.rule;

import dev.qiao.signal.Severity;
import java.util.Map;

/**
 * What conditions can ask of an alert.
 *
 * @param source the name of who told it
 * @param severity as the sender said, before any rule
 */
public record Traits(String source, Severity severity, Map<String, String> labels) {
    static final String SOURCE = "source";
    static final String SEVERITY = "severity";
    /** Before a label that is called like one of ours. */
    static final String LABEL = "label.";

    /** Of an alert of which nothing is known. */
    static final Traits NOTHING = new Traits("", Severity.UNKNOWN, Map.of());

    /** A label that is not there is empty. */
    String value(String name) {
        return switch (name) {
            case SOURCE -> source;
            case SEVERITY -> severity.code();
            default -> label(name.startsWith(LABEL) ? name.substring(LABEL.length()) : name, name);
        };
    }

    private String label(String plain, String whole) {
        return labels.getOrDefault(plain, labels.getOrDefault(whole, ""));
    }
}

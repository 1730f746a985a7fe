package dev.qiao.signal.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.qiao.base.Refused;
import dev.qiao.signal.Severity;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One condition on an alert, as Prometheus writes it: {@code instance=~db\d+}. An expression has to match the whole value; it runs in
 * linear time whatever it is, and may not grow beyond a bound.
 *
 * @param pattern the value as an expression; null where it is plain text
 */
public record Matcher(
        String name, Op op, String value, @Nullable Pattern pattern) {
    /** How the value is compared. */
    public enum Op {
        MATCHES("=~"),
        MATCHES_NOT("!~"),
        IS_NOT("!="),
        IS("=");

        private final String sign;

        Op(String sign) {
            this.sign = sign;
        }

        boolean expression() {
            return this == MATCHES || this == MATCHES_NOT;
        }
    }

    private static final String FIELD = "matchers";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 500;
    private static final int LONGEST_EXPRESSION = 200;
    private static final int MOST_REPEATS = 100;
    private static final int LARGEST = 1_000;

    private static final java.util.regex.Pattern LINE =
            java.util.regex.Pattern.compile("([^=!~]{1,120}?)\\s*(=~|!~|!=|=)\\s*(.*)");
    private static final java.util.regex.Pattern REPEAT = java.util.regex.Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");

    /** Reads one line. Errors: invalid, in words. */
    static Matcher read(String line) {
        var parts = LINE.matcher(line.strip());
        if (!parts.matches()) throw wrong("signal.matcher_none", line);
        var name = parts.group(1).strip();
        var op = Arrays.stream(Op.values())
                .filter(one -> one.sign.equals(parts.group(2)))
                .findFirst()
                .orElseThrow();
        var value = plain(parts.group(3));
        if (name.isEmpty() || name.length() > LONGEST_NAME) throw wrong("signal.matcher_none", line);
        if (value.length() > LONGEST_VALUE) throw wrong("signal.matcher_long", line, LONGEST_VALUE);
        if (name.equals(Traits.SEVERITY) && !op.expression()) mustBeSeverity(line, value);
        return new Matcher(name, op, value, op.expression() ? pattern(line, value) : null);
    }

    /** That a label is exactly this; empty for one whose name cannot be written. */
    public static Optional<Matcher> label(String label, String value) {
        boolean ours = label.equals(Traits.SOURCE) || label.equals(Traits.SEVERITY);
        var name = ours ? Traits.LABEL + label : label;
        if (!name.matches("[^=!~]{1,100}") || !name.equals(name.strip())) return Optional.empty();
        return Optional.of(new Matcher(name, Op.IS, value, null));
    }

    /** That it is told by the source of this name. */
    public static Matcher source(String name) {
        return new Matcher(Traits.SOURCE, Op.IS, name, null);
    }

    boolean matches(Traits traits) {
        var actual = traits.value(name);
        return switch (op) {
            case IS -> actual.equals(value);
            case IS_NOT -> !actual.equals(value);
            case MATCHES -> found(actual);
            case MATCHES_NOT -> !found(actual);
        };
    }

    private boolean found(String actual) {
        return pattern != null && pattern.matches(actual);
    }

    /** As it is written: in quotes only where it would be read as something else without. */
    @Override
    public String toString() {
        boolean bare =
                !value.isEmpty() && !value.startsWith("\"") && !value.startsWith("~") && value.equals(value.strip());
        return name
                + op.sign
                + (bare ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }

    private static String plain(String text) {
        var value = text.strip();
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) return value;
        return value.substring(1, value.length() - 1).replaceAll("\\\\([\\\\\"])", "$1");
    }

    private static Pattern pattern(String line, String value) {
        if (value.length() > LONGEST_EXPRESSION) throw wrong("signal.matcher_long", line, LONGEST_EXPRESSION);
        if (repeats(value) > MOST_REPEATS) throw wrong("signal.matcher_large", line);
        try {
            var pattern = Pattern.compile(value);
            if (pattern.programSize() > LARGEST) throw wrong("signal.matcher_large", line);
            return pattern;
        } catch (PatternSyntaxException _) {
            throw wrong("signal.matcher_broken", line);
        }
    }

    /** How often something is at most repeated by counts, were they all one within the other. */
    private static long repeats(String value) {
        long product = 1;
        var counts = REPEAT.matcher(value);
        while (counts.find() && product <= MOST_REPEATS) {
            var most = counts.group(2) == null || counts.group(2).isEmpty() ? counts.group(1) : counts.group(2);
            product *= most.length() > 3 ? MOST_REPEATS + 1 : Math.max(1, Long.parseLong(most));
        }
        return product;
    }

    private static void mustBeSeverity(String line, String value) {
        if (Arrays.stream(Severity.values()).noneMatch(one -> one.code().equals(value)))
            throw wrong("signal.matcher_severity", line);
    }

    private static Refused wrong(String key, Object... arguments) {
        return Refused.invalid(FIELD, key, arguments);
    }
}

package dev.qiao.signal.syslog;

import dev.qiao.signal.Line;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message of syslog: as RFC 5424 says, else as RFC 3164 describes what is sent, else as a bare text. The time of RFC 3164 has
 * neither year nor zone, so that the moment at which it came counts.
 */
final class SyslogMessage {
    private static final List<String> LEVELS =
            List.of("emergency", "alert", "critical", "error", "warning", "notice", "info", "debug");

    private static final Pattern PRIORITY = Pattern.compile("<(\\d{1,3})>");
    private static final Pattern NEW = Pattern.compile("1 (\\S+) (\\S+) (\\S+) (\\S+) (\\S+) ?");
    private static final Pattern OLD = Pattern.compile(
            "[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d (\\S+) (?:([^\\s:\\[]{1,48})(?:\\[[^]]*])?: ?)?");
    private static final int PRIORITIES = 192;
    private static final char MARK = '\uFEFF';

    private SyslogMessage() {}

    static Line line(byte[] message, Instant received) {
        var text = new String(message, StandardCharsets.UTF_8).strip();
        var priority = PRIORITY.matcher(text);
        if (!priority.lookingAt() || Integer.parseInt(priority.group(1)) >= PRIORITIES)
            return new Line(received, "", "", text, true);
        var level = LEVELS.get(Integer.parseInt(priority.group(1)) % LEVELS.size());
        var rest = text.substring(priority.end());
        var today = NEW.matcher(rest);
        if (today.lookingAt()) return today(rest, today, level, received);
        var old = OLD.matcher(rest);
        if (!old.lookingAt()) return new Line(received, level, "", rest, true);
        return new Line(received, level, origin(old.group(1), old.group(2)), rest.substring(old.end()), false);
    }

    private static Line today(String rest, Matcher header, String level, Instant received) {
        int end = afterData(rest, header.end());
        var said = rest.substring(end).strip();
        var text = !said.isEmpty() && said.charAt(0) == MARK ? said.substring(1) : said;
        // Who says nothing but data has it said by its data.
        var whole = text.isEmpty() ? rest.substring(header.end(), end).strip() : text;
        var at = Line.believed(moment(header.group(1)), received);
        return new Line(at, level, origin(header.group(2), header.group(3)), whole, false);
    }

    /** Where structured data ends: {@code -}, or elements in brackets, in which a quoted {@code ]} is none. */
    private static int afterData(String text, int from) {
        int at = from;
        if (at < text.length() && text.charAt(at) == '-') return at + 1;
        while (at < text.length() && text.charAt(at) == '[') at = afterElement(text, at);
        return at;
    }

    private static int afterElement(String text, int from) {
        boolean quoted = false;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') at++;
            else if (c == '"') quoted = !quoted;
            else if (c == ']' && !quoted) return at + 1;
        }
        return text.length();
    }

    private static @Nullable Instant moment(String text) {
        try {
            return text.equals("-") ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static String origin(String host, @Nullable String program) {
        return (known(host) + " " + known(Objects.requireNonNullElse(program, "-"))).strip();
    }

    private static String known(String name) {
        return name.equals("-") ? "" : name;
    }
}

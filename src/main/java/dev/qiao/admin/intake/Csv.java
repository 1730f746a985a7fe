package dev.qiao.admin.intake;

import dev.qiao.admin.intake.Lines.Line;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of separated values (RFC 4180): quotes may hold separators, quotes and line ends. What is broken is told and passed over,
 * and reading goes on at the next line.
 */
final class Csv {
    private static final int LONGEST_ROW = 200;

    /** Something that stands in the file, from this line on. */
    sealed interface Found {
        int line();
    }

    record Row(int line, List<String> fields) implements Found {}

    /** @param why a message key */
    record Broken(int line, String text, String why) implements Found {}

    private static final class Unreadable extends Exception {
        private Unreadable(String why) {
            super(why, null, false, false);
        }
    }

    private final Lines lines;
    private final Deque<Line> ahead = new ArrayDeque<>();
    private char separator;

    private Csv(Lines lines, char separator) {
        this.lines = lines;
        this.separator = separator;
    }

    static Csv of(Lines lines) {
        return new Csv(lines, ',');
    }

    /** The names of the columns; what separates them here separates the values below. Empty when there are none. */
    List<String> header() throws IOException {
        var first = line();
        if (first == null || first.text() == null) return List.of();
        separator = separator(first.text());
        ahead.push(first);
        return next() instanceof Row row
                ? row.fields().stream().map(String::strip).toList()
                : List.of();
    }

    /** Null at the end; empty lines are passed over. */
    @Nullable
    Found next() throws IOException {
        var first = line();
        while (first != null && first.text() != null && first.text().isBlank()) first = line();
        if (first == null) return null;
        if (first.text() == null) return new Broken(first.number(), first.legible(), "admin.row_no_text");
        var taken = new ArrayList<Line>(List.of(first));
        var text = new StringBuilder(first.text());
        try {
            while (open(text)) {
                var more = taken.size() < LONGEST_ROW ? line() : null;
                if (more == null || more.text() == null) throw new Unreadable("admin.row_open_quote");
                taken.add(more);
                text.append('\n').append(more.text());
            }
            return new Row(first.number(), fields(text));
        } catch (Unreadable e) {
            for (int i = taken.size() - 1; i > 0; i--) ahead.push(taken.get(i));
            return new Broken(first.number(), first.text(), String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Line line() throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.pop();
    }

    /** Whether a quote is still open: a field that begins with one ends with one. */
    private static boolean open(CharSequence text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private List<String> fields(CharSequence text) throws Unreadable {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        boolean ended = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                boolean twice = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (twice) i++;
                if (c == '"' && !twice) {
                    quoted = false;
                    ended = true;
                } else {
                    field.append(c);
                }
            } else if (c == separator) {
                fields.add(field.toString());
                field.setLength(0);
                ended = false;
            } else if (c == '"' && field.isEmpty() && !ended) {
                quoted = true;
            } else if (c == '"' || ended) {
                throw new Unreadable("admin.row_stray_quote");
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static char separator(String header) {
        char best = ',';
        for (char c : new char[] {';', '\t'}) if (count(header, c) > count(header, best)) best = c;
        return best;
    }

    private static long count(String text, char separator) {
        return text.chars().filter(c -> c == separator).count();
    }
}

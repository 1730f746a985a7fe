package dev.qiao.base.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Comma-separated values (RFC 4180) in UTF-8, with the mark by which spreadsheets know it. */
final class CsvPaper implements Paper {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    /** A spreadsheet reads what begins so as a formula; the wide forms are turned into these by some. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final Writer out;
    private final ZoneId zone;

    CsvPaper(OutputStream out, ZoneId zone) throws IOException {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.zone = zone;
        this.out.write('\ufeff');
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        out.write(cells.stream().map(this::cell).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Instant at -> MINUTE.format(at.atZone(zone));
            default -> quoted(safe(value.toString()));
        };
    }

    static String safe(String text) {
        return text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }
}

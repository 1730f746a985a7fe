package dev.qiao.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Lines of one system, each with the event that people say it is: {@code X.log} beside {@code X.structured.csv}, packed or not, and also
 * as loghub names them, {@code X.log_structured.csv}.
 *
 * @param lines as the system wrote them; as many as messages, or none where that file is missing
 * @param messages the column Content
 * @param events the column EventId
 */
record LogSample(String system, List<String> lines, List<String> messages, List<String> events) {
    private static final Pattern TRUTH = Pattern.compile("(.+?)(?:\\.log_|\\.)structured\\.csv(?:\\.gz)?");
    private static final int DEPTH = 2;

    static List<LogSample> in(Path folder) throws IOException {
        try (var files = Files.walk(folder, DEPTH)) {
            var samples = new ArrayList<LogSample>();
            for (var file : files.sorted().toList()) {
                var match = TRUTH.matcher(file.getFileName().toString());
                if (match.matches()) samples.add(read(file, match.group(1)));
            }
            return samples;
        }
    }

    private static LogSample read(Path truth, String name) throws IOException {
        var rows = rows(text(truth));
        int message = rows.getFirst().indexOf("Content");
        int event = rows.getFirst().indexOf("EventId");
        var body = rows.subList(1, rows.size());
        var messages = body.stream().map(row -> row.get(message)).toList();
        var lines = lines(truth, name);
        return new LogSample(
                name.replaceFirst("_2k$", ""),
                lines.size() == messages.size() ? lines : List.of(),
                messages,
                body.stream().map(row -> row.get(event)).toList());
    }

    private static List<String> lines(Path truth, String name) throws IOException {
        for (var ending : List.of(".log.gz", ".log")) {
            var file = truth.resolveSibling(name + ending);
            if (Files.exists(file)) return text(file).lines().toList();
        }
        return List.of();
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var unpacked = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Comma-separated values, with commas, quotes and line ends inside quotes. */
    static List<List<String>> rows(String csv) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char c : (csv.endsWith("\n") ? csv : csv + "\n").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
                if (quoted && !cell.isEmpty()) cell.append(c);
            } else if (quoted || c != ',' && c != '\n' && c != '\r') {
                cell.append(c);
            } else if (c != '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            }
        }
        return rows;
    }
}

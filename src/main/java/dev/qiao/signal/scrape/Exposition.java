package dev.qiao.signal.scrape;

import dev.qiao.signal.Payload;
import dev.qiao.signal.metric.Points;
import dev.qiao.signal.metric.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Prometheus' text format, version 0.0.4; of OpenMetrics what they have in common. One line that is none spoils all, as with Prometheus. */
final class Exposition {
    private static final int LONGEST_SHOWN = 80;
    /** Two more say how it went. */
    private static final int MOST = Points.MOST_SAMPLES - 2;

    private final String line;
    private final int number;
    private int at;

    private Exposition(String line, int number) {
        this.line = line;
        this.number = number;
    }

    /**
     * What has no number is left out.
     *
     * @param instance whom it is about; a label of this name becomes {@code exported_instance}
     */
    static List<Sample> read(String text, String instance, Instant now) throws Failure {
        var samples = new ArrayList<Sample>();
        int number = 0;
        for (var lines = text.lines().iterator(); lines.hasNext(); number++) {
            var stripped = lines.next().strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) continue;
            var sample = new Exposition(stripped, number + 1).sample(instance, now);
            if (!Double.isFinite(sample.value())) continue;
            if (samples.size() == MOST) throw new Failure("signal.scrape.many", String.valueOf(MOST));
            samples.add(sample);
        }
        return samples;
    }

    private Sample sample(String instance, Instant now) throws Failure {
        var metric = name(true);
        var labels = new TreeMap<String, String>();
        space();
        if (at < line.length() && line.charAt(at) == '{') labels(labels);
        if (labels.containsKey("instance")) labels.put("exported_instance", labels.getOrDefault("instance", ""));
        labels.put("instance", instance);
        var rest = line.substring(at);
        int exemplar = rest.indexOf('#');
        var words = (exemplar < 0 ? rest : rest.substring(0, exemplar)).strip().split("\\s+", 3);
        if (words.length > 2) throw wrong();
        return new Sample(metric, labels, words.length == 2 ? moment(words[1]) : now, value(words[0]));
    }

    private String name(boolean colons) throws Failure {
        int begin = at;
        while (at < line.length() && part(line.charAt(at), colons)) at++;
        if (at == begin || Character.isDigit(line.charAt(begin))) throw wrong();
        return line.substring(begin, at);
    }

    private static boolean part(char c, boolean colons) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        return letter || (c >= '0' && c <= '9') || (colons && c == ':');
    }

    private void labels(SortedMap<String, String> labels) throws Failure {
        at++;
        while (true) {
            space();
            if (take('}')) return;
            var name = name(false);
            space();
            if (!take('=')) throw wrong();
            space();
            if (!take('"')) throw wrong();
            var value = Payload.clean(quoted());
            if (!value.isEmpty() && labels.put(name, value) != null) throw wrong();
            space();
            if (take(',')) continue;
            if (!take('}')) throw wrong();
            return;
        }
    }

    private String quoted() throws Failure {
        var value = new StringBuilder();
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') return value.toString();
            if (c != '\\') {
                value.append(c);
                continue;
            }
            if (at == line.length()) throw wrong();
            char escaped = line.charAt(at++);
            switch (escaped) {
                case 'n' -> value.append('\n');
                case '\\', '"' -> value.append(escaped);
                default -> value.append('\\').append(escaped);
            }
        }
        throw wrong();
    }

    private double value(String word) throws Failure {
        try {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "nan" -> Double.NaN;
                case "inf", "+inf", "-inf" -> Double.POSITIVE_INFINITY;
                default -> {
                    if (!word.matches("[+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?")) throw wrong();
                    yield Double.parseDouble(word);
                }
            };
        } catch (NumberFormatException _) {
            throw wrong();
        }
    }

    /** Milliseconds, and in OpenMetrics seconds with a point. */
    private Instant moment(String word) throws Failure {
        if (!word.matches("-?\\d{1,15}(?:\\.\\d{1,9})?")) throw wrong();
        return Instant.ofEpochMilli(
                word.contains(".") ? Math.round(Double.parseDouble(word) * 1_000) : Long.parseLong(word));
    }

    private boolean take(char wanted) {
        if (at >= line.length() || line.charAt(at) != wanted) return false;
        at++;
        return true;
    }

    private void space() {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) at++;
    }

    private Failure wrong() {
        return new Failure("signal.scrape.line", number + ": " + Payload.cut(Payload.clean(line), LONGEST_SHOWN));
    }
}

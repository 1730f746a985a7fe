package dev.qiao.signal.metric.web;

import dev.qiao.base.Refused;
import dev.qiao.signal.rule.Matchers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see.
 *
 * @param match conditions with commas between them
 * @param range one of the usual ones, or {@code own}: from and until as a person types them
 */
public record Asked(String metric, String match, String range, String from, String until) {
    /** The ranges that are one click away. */
    public static final Map<String, Duration> RANGES = ranges();

    private static final String OWN = "own";
    private static final String USUAL = "6h";
    private static final int MOST_DAYS = 3 * 366;

    static Asked of(
            @Nullable String metric,
            @Nullable String match,
            @Nullable String range,
            @Nullable String from,
            @Nullable String until) {
        var wanted = Objects.requireNonNullElse(range, "");
        var known = RANGES.containsKey(wanted) || wanted.equals(OWN) ? wanted : USUAL;
        return new Asked(
                said(metric).isEmpty() ? "cpu" : said(metric),
                said(match),
                known.equals(OWN) && (said(from).isEmpty() || said(until).isEmpty()) ? USUAL : known,
                said(from),
                said(until));
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    private static Map<String, Duration> ranges() {
        var ranges = new LinkedHashMap<String, Duration>();
        ranges.put("1h", Duration.ofHours(1));
        ranges.put(USUAL, Duration.ofHours(6));
        ranges.put("1d", Duration.ofDays(1));
        ranges.put("7d", Duration.ofDays(7));
        ranges.put("30d", Duration.ofDays(30));
        return ranges;
    }

    public boolean own() {
        return range.equals(OWN);
    }

    /** Errors: invalid. */
    Matchers matchers() {
        return Matchers.read(Arrays.asList(match.split(",\\s*(?=[A-Za-z_][\\w.]*\\s*(?:=|!))")));
    }

    /** Errors: invalid, when from and until are no moments, or not in this order. */
    Instant[] span(ZoneId zone, Instant now) {
        if (!own()) return new Instant[] {now.minus(RANGES.getOrDefault(range, Duration.ofHours(6))), now};
        try {
            var first = LocalDateTime.parse(from).atZone(zone).toInstant();
            var last = LocalDateTime.parse(until).atZone(zone).toInstant();
            var length = Duration.between(first, last);
            if (length.isPositive() && length.toDays() <= MOST_DAYS) return new Instant[] {first, last};
        } catch (DateTimeException _) {
            // Told as every other span that is none.
        }
        throw Refused.invalid("from", "signal.chart.span");
    }

    /** The same over another of the usual ranges. */
    public String over(String other) {
        return address(match, other);
    }

    /** The same again. */
    public String here() {
        return own()
                ? address(match, range) + "&from=" + coded(from) + "&until=" + coded(until)
                : address(match, range);
    }

    /** Only what has these labels. */
    String narrow(Map<String, String> labels) {
        var lines = List.copyOf(labels.entrySet()).stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .toList();
        var narrow = address(String.join(", ", lines), range);
        return own() ? narrow + "&from=" + coded(from) + "&until=" + coded(until) : narrow;
    }

    private String address(String conditions, String over) {
        var address = "/charts?metric=" + coded(metric) + "&range=" + over;
        return conditions.isEmpty() ? address : address + "&match=" + coded(conditions);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

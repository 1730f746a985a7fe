package dev.qiao.signal.log;

import dev.qiao.base.Refused;
import dev.qiao.signal.Format;
import dev.qiao.signal.Line;
import dev.qiao.signal.Measured;
import dev.qiao.signal.Message;
import dev.qiao.signal.Saying;
import dev.qiao.signal.metric.OtlpMetrics;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Logs and metrics by OTLP/HTTP, in JSON and in protobuf. */
@Component
public class OtlpLogs implements Format {
    /** Where they come in. */
    public static final String ACT = "logs";

    public static final String JSON = "application/json";
    public static final String PROTOBUF = "application/x-protobuf";

    /** So many records of one request are taken; the sender is told how many are not. */
    static final int MOST = 10_000;

    @Override
    public Sender kind() {
        return Sender.OTLP;
    }

    @Override
    public List<? extends Saying> read(Message message, Setup setup) {
        if (message.act().equals(OtlpMetrics.ACT))
            return List.of(measured(message.headers(), message.body(), message.receivedAt()));
        if (!message.act().equals(ACT)) throw Refused.malformed(null, "signal.otlp_address");
        var lines = lines(message.headers(), message.body(), message.receivedAt());
        return lines.stream().limit(MOST).filter(Line::says).toList();
    }

    /** What a message with metrics says. Errors: malformed. */
    public static Measured measured(Map<String, String> headers, byte[] packed, Instant now) {
        var type = type(headers.getOrDefault("content-type", JSON));
        if (!type.equals(JSON) && !type.equals(PROTOBUF)) throw Refused.malformed(null, "signal.otlp_type", type);
        return OtlpMetrics.read(Unzipped.of(headers, packed), type.equals(PROTOBUF), now);
    }

    /** How many of these records are not taken. Errors: malformed. */
    public int beyond(Map<String, String> headers, byte[] body, Instant now) {
        return Math.max(0, lines(headers, body, now).size() - MOST);
    }

    private static List<Line> lines(Map<String, String> headers, byte[] packed, Instant now) {
        var body = Unzipped.of(headers, packed);
        return switch (type(headers.getOrDefault("content-type", JSON))) {
            case PROTOBUF -> OtlpProtobuf.lines(body, now);
            case JSON -> OtlpJson.lines(body, now);
            case String other -> throw Refused.malformed(null, "signal.otlp_type", other);
        };
    }

    /** Without its parameters. */
    public static String type(String header) {
        int end = header.indexOf(';');
        return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** Who wrote it, as far as its resource says. */
    static String origin(Map<String, String> resource) {
        for (var name : List.of("service.name", "host.name", "k8s.pod.name")) {
            var value = resource.getOrDefault(name, "");
            if (!value.isBlank()) return value;
        }
        return "";
    }

    static Line line(long nanos, long observed, String level, int number, String origin, String text, Instant now) {
        long told = nanos == 0 ? observed : nanos;
        var at = told <= 0 ? null : Instant.ofEpochSecond(told / 1_000_000_000L, told % 1_000_000_000L);
        var word = level.isBlank() ? NUMBERED.floorEntry(number).getValue() : level;
        return new Line(Line.believed(at, now), word, origin, text, true);
    }

    /** Where the levels of the protocol begin. */
    private static final TreeMap<Integer, String> NUMBERED = new TreeMap<>(Map.of(
            Integer.MIN_VALUE, "", 1, "trace", 5, "debug", 9, "info", 13, "warn", 17, "error", 21, "fatal", 25, ""));
}

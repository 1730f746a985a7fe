package dev.qiao.signal.log;

import dev.qiao.base.Refused;
import dev.qiao.signal.Line;
import dev.qiao.signal.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Logs of OTLP in its JSON encoding: names in lowerCamelCase, 64-bit numbers as texts, what is not set left out. */
final class OtlpJson {
    private OtlpJson() {}

    static List<Line> lines(byte[] body, Instant now) {
        var lines = new ArrayList<Line>();
        for (var resource : objects(Payload.of(body), "resourceLogs")) {
            var origin = OtlpLogs.origin(attributes(resource.object("resource")));
            for (var scope : objects(resource, "scopeLogs"))
                for (var record : objects(scope, "logRecords")) lines.add(line(record, origin, now));
        }
        return lines;
    }

    private static Line line(Payload record, String origin, Instant now) {
        return OtlpLogs.line(
                nanos(record, "timeUnixNano"),
                nanos(record, "observedTimeUnixNano"),
                record.line("severityText"),
                record.node().path("severityNumber").asInt(0),
                origin,
                text(record.node().path("body")),
                now);
    }

    private static long nanos(Payload record, String field) {
        var text = record.line(field);
        if (text.isEmpty()) return 0;
        if (!text.matches("\\d{1,18}|[1-8]\\d{18}"))
            throw Refused.malformed(record.at() + field, "signal.not_a_moment", Payload.cut(text, 50));
        return Long.parseLong(text);
    }

    private static List<Payload> objects(Payload holder, String field) {
        return holder.node().hasNonNull(field) ? holder.objects(field) : List.of();
    }

    private static Map<String, String> attributes(Payload resource) {
        var attributes = new HashMap<String, String>();
        for (var attribute : objects(resource, "attributes"))
            attributes.put(attribute.line("key"), text(attribute.node().path("value")));
        return attributes;
    }

    /** A value as people read it. */
    private static String text(JsonNode value) {
        for (var kind : List.of("stringValue", "intValue", "boolValue", "doubleValue", "bytesValue"))
            if (value.hasNonNull(kind)) return value.path(kind).asString();
        var items = new ArrayList<String>();
        value.path("arrayValue").path("values").forEach(item -> items.add(text(item)));
        value.path("kvlistValue")
                .path("values")
                .forEach(item -> items.add(item.path("key").asString("") + "=" + text(item.path("value"))));
        return String.join(" ", items);
    }
}

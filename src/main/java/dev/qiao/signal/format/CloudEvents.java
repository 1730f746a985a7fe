package dev.qiao.signal.format;

import dev.qiao.base.Refused;
import dev.qiao.signal.Format;
import dev.qiao.signal.Grades;
import dev.qiao.signal.Message;
import dev.qiao.signal.Payload;
import dev.qiao.signal.Told;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * CloudEvents 1.0 over HTTP. In binary mode the attributes are headers and the body is the data; in structured mode both are one object, in a
 * batch a list of such. An event is about its subject at its source; its data or the end of its type say whether that is over.
 */
@Component
class CloudEvents implements Format {
    private static final Set<String> OVER = Set.of("resolved", "ok", "closed", "recovered", "cleared", "up");
    private static final String PREFIX = "ce-";

    private final Grades grades;

    CloudEvents(Grades grades) {
        this.grades = grades;
    }

    @Override
    public Sender kind() {
        return Sender.CLOUDEVENTS;
    }

    @Override
    public List<Told> read(Message message, Setup setup) {
        if (!message.headers().containsKey(PREFIX + "specversion"))
            return Payload.all(message.body()).stream().map(this::structured).toList();
        var attributes = new LinkedHashMap<String, String>();
        message.headers().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) attributes.put(name.substring(PREFIX.length()), value);
        });
        var time = attributes.get("time");
        return List.of(
                told(attributes, time == null ? null : Payload.moment("ce-time", time), Payload.of(message.body())));
    }

    private Told structured(Payload event) {
        var attributes = new LinkedHashMap<String, String>();
        event.node().properties().forEach(each -> {
            if (!each.getKey().equals("data")) attributes.put(each.getKey(), event.line(each.getKey()));
        });
        return told(attributes, event.moment("time"), event.object("data"));
    }

    private Told told(Map<String, String> event, @Nullable Instant time, Payload data) {
        var type = must(event, "type");
        var source = must(event, "source");
        must(event, "id");
        must(event, "specversion");
        var subject = event.getOrDefault("subject", "");
        var key = source + " " + (subject.isEmpty() ? base(type) : subject);
        boolean over = OVER.contains(last(type)) || OVER.contains(data.line("status"));
        var labels = new LinkedHashMap<>(Map.of("type", type, "source", source));
        if (!subject.isEmpty()) labels.put("subject", subject);
        data.labels("labels").forEach(labels::putIfAbsent);
        return new Told(
                over ? Says.RESOLVED : Says.FIRING,
                Payload.cut(key),
                Payload.cut(key),
                null,
                over ? time : null,
                grades.of(data.line("severity")),
                first(data.line("title"), data.line("summary"), data.line("message"), type),
                data.lines("description"),
                data.url("url"),
                labels);
    }

    private static String must(Map<String, String> event, String attribute) {
        var value = event.getOrDefault(attribute, "");
        if (value.isEmpty()) throw Refused.malformed(attribute, "signal.missing");
        return value;
    }

    /** The type without the word that says what became of it. */
    private static String base(String type) {
        int dot = type.lastIndexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }

    private static String last(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String first(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}

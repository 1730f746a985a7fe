package dev.qiao.signal.format;

import dev.qiao.base.Refused;
import dev.qiao.signal.Deployed;
import dev.qiao.signal.Format;
import dev.qiao.signal.Grades;
import dev.qiao.signal.Message;
import dev.qiao.signal.Payload;
import dev.qiao.signal.Saying;
import dev.qiao.signal.Told;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * PagerDuty's Events API, version 2: one event, known by its deduplication key. What says nothing of its own key is known by that of the
 * message, which is also what its sender was answered.
 */
@Component
class PagerDuty implements Format {
    private static final List<String> PARTS = List.of("source", "component", "group", "class");

    private final Grades grades;

    PagerDuty(Grades grades) {
        this.grades = grades;
    }

    @Override
    public Sender kind() {
        return Sender.PAGERDUTY;
    }

    @Override
    public List<? extends Saying> read(Message message, Setup setup) {
        var event = Payload.of(message.body());
        if (message.act().equals("change")) return List.of(changed(event));
        var says = says(event);
        var payload = event.object("payload");
        var named = event.line("dedup_key");
        var key = named.isEmpty() ? message.headers().getOrDefault("dedup-key", "") : named;
        if (key.isEmpty()) throw Refused.malformed("dedup_key", "signal.missing");
        return List.of(new Told(
                says,
                key,
                key,
                null,
                null,
                grades.of(payload.line("severity")),
                says == Says.FIRING ? payload.must("summary") : payload.line("summary"),
                "",
                event.url("client_url"),
                labels(payload)));
    }

    private static Deployed changed(Payload event) {
        var payload = event.object("payload");
        return new Deployed(
                payload.moment("timestamp"), payload.must("summary"), event.url("client_url"), labels(payload));
    }

    private static Says says(Payload event) {
        return switch (event.must("event_action")) {
            case "trigger" -> Says.FIRING;
            case "acknowledge" -> Says.ACKNOWLEDGED;
            case "resolve" -> Says.RESOLVED;
            default -> throw Refused.malformed("event_action", "signal.unknown_action");
        };
    }

    private static Map<String, String> labels(Payload payload) {
        var labels = new LinkedHashMap<String, String>();
        for (var part : PARTS) if (!payload.line(part).isEmpty()) labels.put(part, payload.line(part));
        payload.labels("custom_details").forEach(labels::putIfAbsent);
        return labels;
    }
}

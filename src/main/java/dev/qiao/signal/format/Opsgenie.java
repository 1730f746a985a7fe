package dev.qiao.signal.format;

import dev.qiao.base.Refused;
import dev.qiao.signal.Format;
import dev.qiao.signal.Grades;
import dev.qiao.signal.Message;
import dev.qiao.signal.Payload;
import dev.qiao.signal.Severity;
import dev.qiao.signal.Told;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Opsgenie's Alert API, version 2: what is done to an alert stands in the address, which of them in its alias. One without an alias is
 * known by the number of the request that made it.
 */
@Component
class Opsgenie implements Format {
    private static final List<String> PARTS = List.of("entity", "source", "user");

    private final Grades grades;

    Opsgenie(Grades grades) {
        this.grades = grades;
    }

    @Override
    public Sender kind() {
        return Sender.OPSGENIE;
    }

    @Override
    public List<Told> read(Message message, Setup setup) {
        var body = message.body().length == 0 ? Payload.of(new byte[] {'{', '}'}) : Payload.of(message.body());
        return switch (message.act()) {
            case "create" -> List.of(made(body, message));
            case "close" -> List.of(about(Says.RESOLVED, message, ""));
            case "acknowledge" -> List.of(about(Says.ACKNOWLEDGED, message, ""));
            case "note" -> List.of(about(Says.NOTED, message, body.lines("note")));
            default -> throw Refused.malformed(null, "signal.unknown_action");
        };
    }

    private Told made(Payload alert, Message message) {
        var alias = alert.line("alias");
        var key = alias.isEmpty() ? message.headers().getOrDefault("request", "") : alias;
        var labels = new LinkedHashMap<String, String>();
        for (var part : PARTS) if (!alert.line(part).isEmpty()) labels.put(part, alert.line(part));
        alert.labels("details").forEach(labels::putIfAbsent);
        var priority = alert.line("priority");
        return new Told(
                Says.FIRING,
                key,
                key,
                null,
                null,
                grades.of(priority.isEmpty() ? "p3" : priority),
                alert.must("message"),
                alert.lines("description"),
                "",
                labels);
    }

    private static Told about(Says says, Message message, String words) {
        var key = message.headers().getOrDefault("identifier", "");
        return new Told(says, key, key, null, null, Severity.UNKNOWN, "", words, "", Map.of());
    }
}

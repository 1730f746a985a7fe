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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Zabbix, as our media type ({@code zabbix/qiao.yaml}) has it speak: one problem, known by the number of its event. */
@Component
class Zabbix implements Format {
    private static final List<String> PARTS = List.of("host", "hostgroup", "trigger", "item", "opdata");

    private final Grades grades;

    Zabbix(Grades grades) {
        this.grades = grades;
    }

    @Override
    public Sender kind() {
        return Sender.ZABBIX;
    }

    @Override
    public List<Told> read(Message message, Setup setup) {
        var event = Payload.of(message.body());
        var key = "event " + event.must("event");
        return List.of(new Told(
                says(event),
                key,
                key,
                event.second("began"),
                event.second("ended"),
                grades.of(event.line("severity")),
                event.must("name"),
                event.lines("message"),
                event.url("url"),
                labels(event)));
    }

    private static Says says(Payload event) {
        return switch (event.must("status")) {
            case "problem" -> Says.FIRING;
            case "acknowledged" -> Says.ACKNOWLEDGED;
            case "resolved" -> Says.RESOLVED;
            default -> throw Refused.malformed("status", "signal.unknown_action");
        };
    }

    private static Map<String, String> labels(Payload event) {
        var labels = new LinkedHashMap<String, String>();
        for (var part : PARTS) if (!event.line(part).isEmpty()) labels.put(part, event.line(part));
        event.labels("tags").forEach(labels::putIfAbsent);
        return labels;
    }
}

package dev.qiao.signal.format;

import dev.qiao.signal.Format;
import dev.qiao.signal.Grades;
import dev.qiao.signal.Message;
import dev.qiao.signal.Payload;
import dev.qiao.signal.Saying;
import dev.qiao.signal.Told;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Grafana's webhook. Today's alerting speaks as Alertmanager does, whose code it carries; the alerting before Grafana 8 told one rule at a
 * time, without a word of when it began.
 */
@Component
class Grafana implements Format {
    private static final List<String> OVER = List.of("ok", "paused");

    private final Alertmanager today;
    private final Grades grades;

    Grafana(Alertmanager today, Grades grades) {
        this.today = today;
        this.grades = grades;
    }

    @Override
    public Sender kind() {
        return Sender.GRAFANA;
    }

    @Override
    public List<? extends Saying> read(Message message, Setup setup) {
        var payload = Payload.of(message.body());
        return payload.node().has("alerts") ? today.told(payload) : List.of(rule(payload));
    }

    private Told rule(Payload rule) {
        var key = "rule " + rule.must("ruleId");
        var labels = rule.labels("tags");
        return new Told(
                OVER.contains(rule.must("state")) ? Says.RESOLVED : Says.FIRING,
                key,
                key,
                null,
                null,
                grades.of(labels.getOrDefault("severity", "")),
                rule.line("ruleName").isEmpty() ? rule.line("title") : rule.line("ruleName"),
                rule.lines("message"),
                rule.url("ruleUrl"),
                labels);
    }
}

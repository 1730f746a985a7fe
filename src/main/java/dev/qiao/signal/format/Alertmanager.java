package dev.qiao.signal.format;

import dev.qiao.people.Seal;
import dev.qiao.signal.Format;
import dev.qiao.signal.Grades;
import dev.qiao.signal.Message;
import dev.qiao.signal.Over;
import dev.qiao.signal.Payload;
import dev.qiao.signal.Saying;
import dev.qiao.signal.Told;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Prometheus Alertmanager's webhook, version 4: a group of alerts, each with its own status. An alert is known by its fingerprint; where an
 * old Alertmanager sends none, by its labels. What the group says of itself is passed over, for it may have been cut short.
 */
@Component
class Alertmanager implements Format {
    private static final List<String> SAYING = List.of("summary", "message", "title");
    private static final List<String> TELLING = List.of("description", "message");

    private final Grades grades;

    Alertmanager(Grades grades) {
        this.grades = grades;
    }

    @Override
    public Sender kind() {
        return Sender.ALERTMANAGER;
    }

    @Override
    public List<? extends Saying> read(Message message, Setup setup) {
        return told(Payload.of(message.body()));
    }

    /** As well for who carries its code. Of a group that is over, what was cut off is over, too. */
    List<? extends Saying> told(Payload payload) {
        var group = group(payload);
        var told = payload.objects("alerts").stream().map(alert -> told(alert, group));
        boolean cut = payload.node().path("truncatedAlerts").asInt(0) > 0;
        boolean over = payload.line("status").equals("resolved") && !group.isEmpty();
        return cut && over ? Stream.concat(told, Stream.of(new Over(group))).toList() : told.toList();
    }

    private Told told(Payload alert, String group) {
        var labels = alert.labels("labels");
        var annotations = alert.object("annotations");
        var fingerprint = alert.line("fingerprint");
        var key = fingerprint.isEmpty() ? Seal.hash(new TreeMap<>(labels).toString()) : fingerprint;
        return new Told(
                says(alert),
                key,
                group.isEmpty() ? key : group,
                alert.moment("startsAt"),
                alert.moment("endsAt"),
                grades.of(labels.getOrDefault("severity", "")),
                title(annotations, labels),
                first(annotations, TELLING),
                alert.url("generatorURL"),
                labels);
    }

    private static Says says(Payload alert) {
        return alert.must("status").equals("resolved") ? Says.RESOLVED : Says.FIRING;
    }

    /** As its other receivers hash it, so that the same group told by two of them is one. */
    private static String group(Payload payload) {
        var key = payload.node().path("groupKey").asString("");
        return key.isEmpty() ? "" : Seal.hash(key);
    }

    private static String title(Payload annotations, Map<String, String> labels) {
        var said = first(annotations, SAYING);
        return said.isEmpty() ? labels.getOrDefault("alertname", "") : said;
    }

    private static String first(Payload annotations, List<String> names) {
        return names.stream()
                .map(annotations::line)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}

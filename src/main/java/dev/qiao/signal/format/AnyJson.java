package dev.qiao.signal.format;

import dev.qiao.signal.Format;
import dev.qiao.signal.Grades;
import dev.qiao.signal.Message;
import dev.qiao.signal.Payload;
import dev.qiao.signal.Told;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.source.Mapping;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Any JSON, by the mapping of its source. */
@Component
class AnyJson implements Format {
    private final Grades grades;

    AnyJson(Grades grades) {
        this.grades = grades;
    }

    @Override
    public Sender kind() {
        return Sender.JSON;
    }

    @Override
    public List<Told> read(Message message, Setup setup) {
        var mapping = Objects.requireNonNullElse(setup.mapping(), Mapping.USUAL);
        var alerts = mapping.list().isEmpty()
                ? Payload.all(message.body())
                : Payload.of(message.body()).listAt(mapping.list());
        return alerts.stream().map(alert -> told(alert, mapping)).toList();
    }

    private Told told(Payload alert, Mapping mapping) {
        var key = alert.mustAt(mapping.key());
        var group = alert.lineAt(mapping.group());
        return new Told(
                mapping.over(alert.lineAt(mapping.status())) ? Says.RESOLVED : Says.FIRING,
                key,
                group.isEmpty() ? key : group,
                alert.momentAt(mapping.started()),
                alert.momentAt(mapping.ended()),
                grades.of(alert.lineAt(mapping.severity())),
                alert.mustAt(mapping.title()),
                alert.linesAt(mapping.text()),
                alert.urlAt(mapping.url()),
                alert.labelsAt(mapping.labels()));
    }
}

package dev.qiao.signal.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Incident;
import dev.qiao.signal.fold.Below;
import dev.qiao.signal.fold.Folds;
import dev.qiao.signal.silence.Silence;
import dev.qiao.signal.silence.Silences;
import dev.qiao.signal.source.Sources;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Alerts with what is shown beside them. */
@Component
public class AlertLines {
    private final Alerts alerts;
    private final Sources sources;
    private final Services services;
    private final Tickets tickets;
    private final Silences silences;
    private final Folds folds;

    AlertLines(Alerts alerts, Sources sources, Services services, Tickets tickets, Silences silences, Folds folds) {
        this.alerts = alerts;
        this.sources = sources;
        this.services = services;
        this.tickets = tickets;
        this.silences = silences;
        this.folds = folds;
    }

    /** With the tickets that the reader sees. */
    public List<AlertLine> of(List<Alert> some, Me me) {
        var names = sources.names();
        var about = services.of(
                some.stream().map(Alert::service).filter(Objects::nonNull).toList());
        var seen = seen(some, me);
        var left = alerts.problems(some.stream().map(Alert::id).toList(), me);
        var quiet = quiet(some, me);
        var ids = some.stream().map(Alert::id).toList();
        var below = folds.below(ids);
        var carrying = folds.carrying(ids);
        return some.stream()
                .map(alert -> new AlertLine(
                        alert,
                        names.getOrDefault(alert.source(), ""),
                        alert.service() == null ? null : about.get(alert.service()),
                        alert.incident() == null ? null : seen.get(alert.incident()),
                        left.get(alert.id()),
                        alert.silence() == null ? null : quiet.get(alert.silence()),
                        below.get(alert.id()),
                        service(below.get(alert.id())),
                        carrying.getOrDefault(alert.id(), 0)))
                .toList();
    }

    /** The same; what lies below another one of them comes after that, whatever its number. */
    public List<AlertLine> folded(List<Alert> some, Me me) {
        var lines = of(some, me);
        var here = some.stream().map(Alert::id).collect(Collectors.toSet());
        var under = lines.stream()
                .filter(line -> line.folded()
                        && here.contains(Objects.requireNonNull(line.below()).under()))
                .collect(groupingBy(line -> Objects.requireNonNull(line.below()).under()));
        return lines.stream()
                .filter(line -> !line.folded()
                        || !here.contains(Objects.requireNonNull(line.below()).under()))
                .flatMap(line -> Stream.concat(
                        Stream.of(line), under.getOrDefault(line.alert().id(), List.of()).stream()))
                .toList();
    }

    private @Nullable Service service(@Nullable Below below) {
        return below == null || below.service() == null
                ? null
                : services.find(below.service()).orElse(null);
    }

    private Map<Long, Silence> quiet(List<Alert> some, Me me) {
        var ids = some.stream()
                .map(Alert::silence)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return silences.of(ids, me).stream().collect(toMap(Silence::id, silence -> silence));
    }

    /** The tickets of their incidents, as far as the reader sees them. */
    private Map<Long, Long> seen(List<Alert> some, Me me) {
        var ids = some.stream()
                .map(Alert::incident)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var incidents = alerts.incidents(ids, me);
        var visible = tickets.of(incidents.stream().map(Incident::ticket).toList(), me).stream()
                .map(Ticket::number)
                .collect(Collectors.toSet());
        return incidents.stream()
                .filter(incident -> visible.contains(incident.ticket()))
                .collect(toMap(Incident::id, Incident::ticket));
    }
}

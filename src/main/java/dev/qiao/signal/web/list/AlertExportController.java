package dev.qiao.signal.web.list;

import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Preferences;
import dev.qiao.base.sheet.Export;
import dev.qiao.base.sheet.Walk;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.Rights;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Alerts.Filter;
import dev.qiao.signal.web.AlertLine;
import dev.qiao.signal.web.AlertLines;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of alerts as a file. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class AlertExportController {
    private final Alerts alerts;
    private final AlertLines lines;
    private final Services services;
    private final Preferences preferences;
    private final Rights rights;

    AlertExportController(Alerts alerts, AlertLines lines, Services services, Preferences preferences, Rights rights) {
        this.alerts = alerts;
        this.lines = lines;
        this.services = services;
        this.preferences = preferences;
        this.rights = rights;
    }

    @GetMapping("/alerts/export")
    void index(AlertQuery query, Me me, Page page, Export file) throws IOException {
        var filter = query.filter(services, preferences.zone());
        var heads = List.of(
                "signal.number",
                "signal.severity",
                "signal.alert",
                "signal.state",
                "signal.instance",
                "signal.service",
                "signal.source",
                "signal.began",
                "signal.ended",
                "signal.count",
                "signal.ticket",
                "signal.flapping");
        var walk = new Walk<Long>(() -> rights.of(me.id()), (mark, reader) -> some(filter, mark, reader, page));
        file.write(page.t("signal.alerts"), heads, walk, page);
    }

    private Walk.Part<Long> some(Filter filter, @Nullable Long mark, Me me, Page page) {
        var found = alerts.list(filter, mark == null ? Long.MAX_VALUE : mark, Walk.PAGE, me);
        var rows = lines.of(found, me).stream().map(line -> cells(line, page)).toList();
        return new Walk.Part<>(
                rows, found.size() < Walk.PAGE ? null : found.getLast().id());
    }

    private static List<@Nullable Object> cells(AlertLine line, Page page) {
        var alert = line.alert();
        return Arrays.asList(
                alert.id(),
                page.t("signal.severity." + alert.severity().code()),
                alert.title().isEmpty() ? alert.key() : alert.title(),
                page.t("signal.state." + alert.state().code()),
                alert.labels().getOrDefault("instance", ""),
                line.service() == null ? "" : line.service().name(),
                line.source(),
                alert.beganAt(),
                alert.endedAt(),
                alert.count(),
                line.ticket(),
                page.t(alert.flapping() ? "base.sheet.yes" : "base.sheet.no"));
    }
}

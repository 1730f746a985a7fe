package dev.qiao.signal.map;

import static java.util.stream.Collectors.groupingBy;

import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.map.Health.Wrong;
import dev.qiao.signal.silence.Silence;
import dev.qiao.signal.silence.Silence.Kind;
import dev.qiao.signal.silence.Silence.Phase;
import dev.qiao.signal.silence.Silences;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.load.Loads;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The door to how services are, for who works here. */
@Component
public class Healths {
    private final Services services;
    private final MapSql sql;
    private final Alerts alerts;
    private final Silences silences;
    private final Loads loads;

    Healths(Services services, MapSql sql, Alerts alerts, Silences silences, Loads loads) {
        this.services = services;
        this.sql = sql;
        this.alerts = alerts;
        this.silences = silences;
        this.loads = loads;
    }

    /** Of all that are offered, by code. Of incidents those count that the reader sees. */
    public List<Health> all(Me me, Instant now) {
        if (!me.worksHere()) throw Refused.forbidden("base.missing_permission", Permission.TICKET_WORK.code());
        var byService = sql.wrong().stream().collect(groupingBy(Wrong::service));
        var load = loads.of(me, now);
        var urgent = load.byService(part -> part.incident() && part.priority() == Priority.URGENT);
        var important = load.byService(part -> part.incident() && part.priority() == Priority.IMPORTANT);
        var maintained = silences.ahead(me, now).stream()
                .filter(silence -> silence.kind() == Kind.MAINTENANCE && silence.phase(now) == Phase.ACTIVE)
                .map(Silence::service)
                .collect(Collectors.toSet());
        return services.active().stream()
                .map(service -> Health.of(
                        service,
                        byService.getOrDefault(service.id(), List.of()),
                        urgent.getOrDefault(service.id(), 0),
                        important.getOrDefault(service.id(), 0),
                        maintained.contains(service.id())))
                .toList();
    }

    /** What is wrong with a service now, also what is silenced. */
    public List<Alert> wrongWith(long service, int most, Me me) {
        return sql.of(service, most).stream().map(id -> alerts.find(id, me)).toList();
    }
}

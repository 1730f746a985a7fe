package dev.qiao.signal;

import dev.qiao.base.Check;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an incident counts is what its alerts are. */
@Component
class IncidentsAddUp implements Check {
    private final IncidentSql sql;

    IncidentsAddUp(IncidentSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "signal.incidents_add_up";
    }

    @Override
    public List<String> problems() {
        return sql.miscounted(100).stream()
                .map(incident -> "incident %d of ticket %d counts %d alerts, %d open"
                        .formatted(incident.id(), incident.ticket(), incident.alerts(), incident.open()))
                .toList();
    }
}

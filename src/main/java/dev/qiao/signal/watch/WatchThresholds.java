package dev.qiao.signal.watch;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.signal.metric.Thresholds;
import java.util.List;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/** The limits of warning rules, on the charts of what they watch. */
@Component
class WatchThresholds implements Thresholds {
    private final WatchSql sql;

    WatchThresholds(WatchSql sql) {
        this.sql = sql;
    }

    @Override
    public List<Line> of(String code, Me me) {
        if (!me.may(Permission.TICKET_WORK)) return List.of();
        boolean changes = me.may(Permission.DESK_CONFIGURE);
        return sql.all().stream()
                .filter(watch ->
                        watch.draft().active() && watch.draft().metric().equals(code))
                .flatMap(watch -> limit(watch.draft().sign()).stream()
                        .mapToObj(limit -> new Line(
                                watch.draft().name(),
                                changes ? "/watches/" + watch.id() + "/edit" : "/watches",
                                limit)))
                .toList();
    }

    /** What is unusual for an hour has no limit of its own. */
    private static OptionalDouble limit(Sign sign) {
        return switch (sign) {
            case Threshold threshold -> OptionalDouble.of(threshold.limit());
            case Trend trend -> OptionalDouble.of(trend.limit());
            case Season _ -> OptionalDouble.empty();
        };
    }
}

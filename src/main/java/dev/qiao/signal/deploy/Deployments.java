package dev.qiao.signal.deploy;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.signal.Deployed;
import dev.qiao.signal.source.Meant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to what was changed or deployed. */
@Component
public class Deployments {
    /** Earlier than anything. */
    private static final Instant EVER = Instant.parse("1970-01-01T00:00:00Z");

    /** Where a page of them ended. */
    public record Mark(Instant at, long id) {}

    private final DeploymentSql sql;
    private final Meant meant;

    Deployments(DeploymentSql sql, Meant meant) {
        this.sql = sql;
        this.meant = meant;
    }

    /** What a source told, within the caller's transaction; what does not say when, was when it was received. */
    public void tell(long source, Instant receivedAt, List<Deployed> all) {
        if (all.isEmpty()) return;
        sql.insert(
                source,
                all.stream()
                        .map(each -> new Deployment(
                                0,
                                source,
                                Objects.requireNonNullElse(each.at(), receivedAt),
                                each.title(),
                                each.url(),
                                each.labels(),
                                meant.service(source, each.labels()).orElse(null)))
                        .toList());
    }

    /**
     * The newest first.
     *
     * @param service null: all
     * @param after where the page before ended; null: the first
     */
    public List<Deployment> list(@Nullable Long service, @Nullable Mark after, int limit, Me me, Instant now) {
        mustWorkHere(me);
        var services = service == null ? null : List.of(service);
        // What says that it is yet to come is not shown before.
        var from = after == null ? new Mark(now.plusNanos(1_000), 0) : after;
        return sql.list(services, EVER, from.at(), from.id(), limit);
    }

    /** Those of these services in this time, the newest first. */
    public List<Deployment> between(Collection<Long> services, Instant from, Instant until, int limit, Me me) {
        mustWorkHere(me);
        return services.isEmpty() ? List.of() : sql.list(services, from, until, 0, limit);
    }

    private static void mustWorkHere(Me me) {
        if (!me.worksHere()) throw Refused.forbidden("base.missing_permission", Permission.TICKET_WORK.code());
    }
}

package dev.qiao.signal.look;

import dev.qiao.asset.Links.Reached;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.signal.deploy.Deployments;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.similar.Similar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The door to what is likely the cause of an incident, for who works on it. */
@Component
public class Look {
    private static final Logger LOG = LoggerFactory.getLogger(Look.class);

    private static final Duration CHANGES = Duration.ofDays(1);
    private static final Duration FIGURES = Duration.ofHours(1);
    private static final Duration USUAL = Duration.ofMinutes(30);
    private static final Duration AFTER = Duration.ofMinutes(15);
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final int MOST_CHANGES = 50;
    private static final int MOST_SERIES = 200;

    /**
     * What was found.
     *
     * @param fault since when something is wrong
     */
    public record Found(Instant fault, List<Cause> causes, Duration took) {}

    private final Tickets tickets;
    private final Services services;
    private final Deployments deployments;
    private final Similar similar;
    private final LookSql sql;
    private final Logs logs;
    private final ObjectProvider<Curves> curves;
    private final Lately lately = new Lately();

    Look(
            Tickets tickets,
            Services services,
            Deployments deployments,
            Similar similar,
            LookSql sql,
            Logs logs,
            ObjectProvider<Curves> curves) {
        this.tickets = tickets;
        this.services = services;
        this.deployments = deployments;
        this.similar = similar;
        this.sql = sql;
        this.logs = logs;
        this.curves = curves;
    }

    /** The likeliest first, at most eight. Errors: not found, also for who does not see the ticket or does not work here. */
    public Found at(long number, Me me, Instant now) {
        if (!me.worksHere()) throw Refused.forbidden("base.missing_permission", Permission.TICKET_WORK.code());
        var ticket = tickets.find(number, me);
        return lately.of(number, me.id(), now, () -> timed(ticket, me));
    }

    private Found timed(Ticket ticket, Me me) {
        long began = System.nanoTime();
        var fault = fault(ticket);
        var ranked = Ranking.of(causes(ticket, fault, me), fault);
        var took = Duration.ofNanos(System.nanoTime() - began);
        if (took.compareTo(SLOW) > 0) LOG.warn("the causes of ticket {} took {}", ticket.number(), took);
        return new Found(fault, ranked.stream().map(Ranking.Ranked::cause).toList(), took);
    }

    private static Instant fault(Ticket ticket) {
        return Objects.requireNonNullElse(
                ticket.matter().startedAt(), ticket.times().openedAt());
    }

    private List<Cause> causes(Ticket ticket, Instant fault, Me me) {
        var causes = new ArrayList<Cause>();
        var service = ticket.matter().service();
        if (ticket.matter().kind() != Kind.INCIDENT) return causes;
        for (var past : similar.solved(ticket.matter().title(), ticket.number(), me))
            causes.add(new Cause.Solved(
                    past.number(),
                    past.title(),
                    past.solution(),
                    past.resolvedAt(),
                    past.likeness(),
                    service != null && service.equals(past.service())));
        if (service == null) return causes;
        var depths = new LinkedHashMap<Long, Integer>();
        depths.put(service, 0);
        services.below(service).forEach(reached -> depths.put(reached.service(), reached.depth()));
        below(depths, service, fault, causes);
        changes(depths, fault, me, causes);
        figures(depths, fault, causes);
        causes.addAll(logs.unusual(depths.keySet(), fault));
        return causes;
    }

    private void below(Map<Long, Integer> depths, long service, Instant fault, List<Cause> causes) {
        var others = depths.keySet().stream().filter(id -> id != service).toList();
        var failed = sql.failing(others, fault, fault.plus(AFTER));
        var failing = failed.stream().map(LookSql.Failed::service).toList();
        for (var each : failed) {
            boolean alone = services.below(each.service()).stream()
                    .map(Reached::service)
                    .noneMatch(failing::contains);
            causes.add(new Cause.Below(
                    each.service(),
                    depths.getOrDefault(each.service(), 1),
                    each.alert(),
                    each.title(),
                    each.beganAt(),
                    alone));
        }
    }

    private void changes(Map<Long, Integer> depths, Instant fault, Me me, List<Cause> causes) {
        for (var each : deployments.between(depths.keySet(), fault.minus(CHANGES), fault, MOST_CHANGES, me)) {
            long about = Objects.requireNonNull(each.service());
            causes.add(new Cause.Changed(about, depths.getOrDefault(about, 0), each.id(), each.title(), each.at()));
        }
    }

    private void figures(Map<Long, Integer> depths, Instant fault, List<Cause> causes) {
        for (var from : curves)
            for (var curve : from.of(depths.keySet(), fault.minus(FIGURES), fault.plus(AFTER), MOST_SERIES))
                Deviation.of(curve.points(), fault.minus(USUAL), fault, 0)
                        .ifPresent(deviation ->
                                causes.add(new Cause.Metric(curve.series(), curve.name(), curve.service(), deviation)));
    }
}

package dev.qiao.report;

import dev.qiao.Cast;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.feedback.Ratings;
import dev.qiao.people.Team;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Work at moments that a test names, in months that no other test works in: what is counted there is known by heart. */
@Component
public class Shift {
    private static final AtomicInteger MONTHS = new AtomicInteger();

    private final Tickets tickets;
    private final Ratings ratings;
    private final Services services;
    private final Cast cast;

    Shift(Tickets tickets, Ratings ratings, Services services, Cast cast) {
        this.tickets = tickets;
        this.ratings = ratings;
        this.services = services;
        this.cast = cast;
    }

    /** A team with somebody who works and somebody who reports. */
    public record Crew(Team team, Me engineer, Me requester, long service) {}

    public Crew crew() {
        var team = cast.team(null);
        var engineer = cast.join(team, cast.hire("engineer"));
        var code = "s" + UUID.randomUUID().toString().substring(0, 8);
        var service = services.create(
                new ServiceDraft(code, "服务" + code, false, null, List.of(team.id()), true), Me.QIAO, Instant.EPOCH);
        return new Crew(team, engineer, cast.hire("requester"), service.id());
    }

    /** The first of a month that nobody has worked in: midnight in Shanghai, with two empty months before the next. */
    public Instant month() {
        return java.time.YearMonth.of(2031, 1)
                .plusMonths(3L * MONTHS.getAndIncrement())
                .atDay(1)
                .atStartOfDay(java.time.ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }

    public Ticket open(Crew crew, Kind kind, Level level, @Nullable Instant started, Instant at) {
        var plain = Draft.titled("报表里的一张", crew.requester(), Source.WEB);
        var draft = new Draft(
                plain.id(),
                plain.by(),
                kind,
                plain.title(),
                "",
                level,
                level,
                null,
                crew.service(),
                null,
                null,
                Source.WEB,
                started,
                List.of(),
                false);
        var ticket = tickets.open(draft, at);
        return tickets.assign(ticket.number(), null, crew.team().id(), null, null, Me.QIAO, at);
    }

    public Ticket incident(Crew crew, Level level, Instant at) {
        return open(crew, Kind.INCIDENT, level, null, at);
    }

    public void accept(Crew crew, Ticket ticket, Instant at) {
        tickets.accept(ticket.number(), null, crew.engineer(), at);
    }

    public void hold(Crew crew, Ticket ticket, Duration length, Instant at) {
        tickets.hold(ticket.number(), null, HoldFor.SUPPLIER, "等配件", at.plus(Duration.ofDays(9)), crew.engineer(), at);
        tickets.resume(ticket.number(), null, crew.engineer(), at.plus(length));
    }

    public void resolve(Crew crew, Ticket ticket, Instant at) {
        tickets.resolve(ticket.number(), null, Outcome.FIXED, Cause.HARDWARE, "换了一个", null, crew.engineer(), at);
    }

    /** Its requester needs no help any more. */
    public void takeBack(Crew crew, Ticket ticket, Instant at) {
        tickets.close(ticket.number(), null, crew.requester(), at);
    }

    public void reopen(Crew crew, Ticket ticket, Instant at) {
        tickets.reopen(ticket.number(), null, "还是不行", crew.requester(), at);
    }

    public void rate(Crew crew, Ticket ticket, int stars, Instant at) {
        ratings.rate(ticket.number(), stars, null, crew.requester(), at);
    }
}

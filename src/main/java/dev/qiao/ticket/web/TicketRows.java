package dev.qiao.ticket.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.web.ClockView;
import dev.qiao.base.web.Page;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.sla.Clock;
import dev.qiao.sla.Clocks;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.nudge.Nudges;
import dev.qiao.ticket.presence.web.Company;
import dev.qiao.ticket.presence.web.Here;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tickets as lines of lists. */
@Component
public class TicketRows {
    private final Faces faces;
    private final Services services;
    private final Teams teams;
    private final Categories categories;
    private final Clocks clocks;
    private final Company company;
    private final Nudges nudges;

    TicketRows(
            Faces faces,
            Services services,
            Teams teams,
            Categories categories,
            Clocks clocks,
            Company company,
            Nudges nudges) {
        this.faces = faces;
        this.services = services;
        this.teams = teams;
        this.categories = categories;
        this.clocks = clocks;
        this.company = company;
        this.nudges = nudges;
    }

    public List<TicketRow> of(List<Ticket> tickets, Page page) {
        var album = faces.of(
                tickets.stream()
                        .flatMap(
                                t -> Stream.of(t.matter().requester(), t.place().person()))
                        .toList(),
                page);
        var numbers = tickets.stream().map(Ticket::number).toList();
        var running = clocks.of(Tickets.KIND, numbers);
        var here = company.of(numbers, page);
        var places = teams.of(tickets.stream()
                .map(t -> t.place().team())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var nudged = nudges.counts(tickets);
        return tickets.stream()
                .map(t -> row(
                        t,
                        album,
                        places,
                        clock(t, running.getOrDefault(t.number(), List.of()), page),
                        here.getOrDefault(t.number(), List.of()),
                        nudged.getOrDefault(t.number(), 0)))
                .toList();
    }

    private TicketRow row(
            Ticket t,
            Faces.Album album,
            Map<Long, Team> places,
            @Nullable ClockView clock,
            List<Here> here,
            int nudged) {
        var m = t.matter();
        var team = t.place().team() == null ? null : places.get(t.place().team());
        return new TicketRow(
                t.number(),
                t.version(),
                m.title(),
                m.kind(),
                t.weight().priority(),
                t.stage().name(),
                clock,
                album.of(m.requester()).vip(m.vip()),
                m.service() == null
                        ? null
                        : services.find(m.service()).map(Service::name).orElse(null),
                album.of(t.place().person()),
                t.times().updatedAt(),
                t.tally().comments(),
                t.stage() instanceof Stage.OnHold h ? h.waitsFor() : null,
                team == null ? null : team.name(),
                m.category() == null
                        ? null
                        : categories.find(m.category()).map(Category::name).orElse(null),
                t.times().openedAt(),
                here,
                nudged);
    }

    /** The promise that counts now: the one that falls due first, else the one that waits, else how the solution ended. */
    static @Nullable ClockView clock(Ticket ticket, List<Clock> all, Page page) {
        Clock shown = null;
        for (var clock : all) {
            if (shown == null || sooner(clock, shown)) shown = clock;
        }
        return shown == null ? null : view(shown, ticket, page);
    }

    private static boolean sooner(Clock clock, Clock other) {
        if (clock.ticking() != other.ticking()) return clock.ticking();
        if (clock.stopped() != other.stopped()) return !clock.stopped();
        if (clock.stopped()) return clock.metric().compareTo(other.metric()) > 0;
        var due = clock.dueAt();
        var theirs = other.dueAt();
        return due != null && (theirs == null || due.isBefore(theirs));
    }

    static ClockView view(Clock clock, Ticket ticket, Page page) {
        var now = page.now();
        var spent = clock.spent(now);
        return switch (clock.state(now)) {
            case MET -> ClockView.stopped(true, spent, clock.budget());
            case BREACHED ->
                clock.stopped() || clock.dueAt() == null
                        ? ClockView.stopped(false, spent, clock.budget())
                        : ClockView.running(clock.dueAt(), spent, clock.budget(), now);
            case PAUSED ->
                ClockView.paused(ticket.stage() instanceof Stage.OnHold h ? h.until() : null, spent, clock.budget());
            case RUNNING ->
                clock.dueAt() == null
                        ? ClockView.paused(null, spent, clock.budget())
                        : ClockView.running(clock.dueAt(), spent, clock.budget(), now);
        };
    }
}

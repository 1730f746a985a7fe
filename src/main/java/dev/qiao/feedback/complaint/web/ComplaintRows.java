package dev.qiao.feedback.complaint.web;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.web.ClockView;
import dev.qiao.base.web.Face;
import dev.qiao.base.web.Page;
import dev.qiao.feedback.complaint.Causes;
import dev.qiao.feedback.complaint.Complaint;
import dev.qiao.feedback.complaint.Complaints;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.sla.Clock;
import dev.qiao.sla.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says who stands behind complaints, and how their promises stand. */
@Component
class ComplaintRows {
    private final Complaints complaints;
    private final People people;
    private final Organizations organizations;
    private final Teams teams;

    ComplaintRows(Complaints complaints, People people, Organizations organizations, Teams teams) {
        this.complaints = complaints;
        this.people = people;
        this.organizations = organizations;
        this.teams = teams;
    }

    List<ComplaintRow> of(List<Complaint> all, Page page) {
        var known = people.of(all.stream()
                .flatMap(c -> Stream.of(c.complainer(), c.handler()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var served = organizations.of(all.stream()
                .map(Complaint::organization)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var named = teams.of(all.stream()
                .map(Complaint::team)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var names = named.values().stream().collect(toMap(Team::id, Team::name));
        var clocks = complaints.clocks(all);
        return all.stream()
                .map(c -> new ComplaintRow(
                        c,
                        complainer(c, known, served),
                        handler(c, known, page),
                        c.team() == null ? null : names.get(c.team()),
                        next(clocks.getOrDefault(c.number(), List.of()), page.now()),
                        Causes.late(c, clocks, page.now())))
                .toList();
    }

    /** One promise as a ring. */
    static @Nullable ClockView view(@Nullable Clock clock, Instant now) {
        if (clock == null) return null;
        var due = clock.dueAt();
        if (clock.stopped() || due == null)
            return ClockView.stopped(clock.state(now) != dev.qiao.sla.State.BREACHED, clock.spent(now), clock.budget());
        return ClockView.running(due, clock.spent(now), clock.budget(), now);
    }

    private static @Nullable ClockView next(List<Clock> clocks, Instant now) {
        return view(
                clocks.stream()
                        .filter(clock -> !clock.stopped())
                        .findFirst()
                        .or(() -> clocks.stream()
                                .filter(clock -> clock.metric() == Metric.RESOLUTION)
                                .findFirst())
                        .orElse(null),
                now);
    }

    private static Face complainer(Complaint c, Map<Long, Person> known, Map<Long, Organization> served) {
        var person = known.get(c.complainer());
        var organization = c.organization() == null ? null : served.get(c.organization());
        var face = Face.served(
                c.complainer(), person == null ? "" : person.name(), organization == null ? null : organization.name());
        return face.vip(organization != null && organization.vip());
    }

    private static Face handler(Complaint c, Map<Long, Person> known, Page page) {
        var person = c.handler() == null ? null : known.get(c.handler());
        return person == null
                ? Face.nobody(page.t("feedback.complaint_nobody"))
                : Face.us(person.id(), person.name(), null);
    }
}

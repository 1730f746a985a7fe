package dev.qiao.dispatch;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Origin;
import dev.qiao.dispatch.TicketEscalated.Level;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Roles;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.sla.ladder.Rung;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a level of a ladder means for a ticket, and how that is told. */
@Component
class Escalations {
    /** Somebody who is told, and as what. */
    record Told(long person, Level level) {}

    private final Services services;
    private final People people;
    private final Teams teams;
    private final Roles roles;

    Escalations(Services services, People people, Teams teams, Roles roles) {
        this.services = services;
        this.people = people;
        this.teams = teams;
        this.roles = roles;
    }

    /**
     * Where nobody has the ticket, or nobody is on duty, it is the lead; who manages the service stands in for the
     * lead that a team does not have, and for a named person who has left.
     */
    List<Told> told(Ticket ticket, Rung rung, Instant now) {
        return switch (rung.whom()) {
            case ASSIGNEE -> {
                var assignee = ticket.place().person();
                yield assignee == null ? lead(ticket) : List.of(new Told(assignee, Level.ASSIGNEE));
            }
            case ON_DUTY -> {
                var team = ticket.place().team();
                var there = team == null ? List.<Long>of() : teams.onDuty(team, now);
                yield there.isEmpty() ? lead(ticket) : all(there, Level.ON_DUTY);
            }
            case LEAD -> lead(ticket);
            case MANAGER -> aboveTheTeam(ticket);
            case PERSON -> {
                var named = active(rung.person());
                yield named.isEmpty() ? aboveTheTeam(ticket) : all(named, Level.PERSON);
            }
        };
    }

    /** Whom it concerns that nobody accepted, in a team that nobody leads. */
    List<Told> aboveTheTeam(Ticket ticket) {
        return all(managers(ticket), Level.MANAGER);
    }

    Entry entry(Ticket ticket, Escalation step, Instant now) {
        var fact = new TicketEscalated(step.level(), step.person(), step.metric(), step.percent());
        return new Entry(now, Origin.LIVE, Tickets.KIND, ticket.number(), ticket.version(), 0, Audience.INTERNAL, fact);
    }

    private List<Told> lead(Ticket ticket) {
        var lead = Optional.ofNullable(ticket.place().team())
                .flatMap(teams::find)
                .map(Team::leadId)
                .map(this::active)
                .orElse(List.of());
        return lead.isEmpty() ? aboveTheTeam(ticket) : all(lead, Level.LEAD);
    }

    /** Who owns the service; where nobody does, the service managers. */
    private List<Long> managers(Ticket ticket) {
        var owner = Optional.ofNullable(ticket.matter().service())
                .flatMap(services::find)
                .map(Service::ownerId)
                .map(this::active)
                .orElse(List.of());
        return owner.isEmpty() ? roles.managers() : owner;
    }

    private List<Long> active(@Nullable Long person) {
        return Optional.ofNullable(person).flatMap(people::find).filter(Person::active).map(Person::id).stream()
                .toList();
    }

    private static List<Told> all(List<Long> persons, Level level) {
        return persons.stream().map(person -> new Told(person, level)).toList();
    }
}

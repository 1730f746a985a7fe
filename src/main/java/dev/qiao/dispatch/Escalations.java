package dev.qiao.dispatch;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Origin;
import dev.qiao.dispatch.TicketEscalated.Level;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.people.Participants;
import dev.qiao.people.Participants.Participant;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Rights;
import dev.qiao.people.Roles;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.sla.ladder.Rung;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private final Rights rights;
    private final Participants participants;

    Escalations(Services services, People people, Teams teams, Roles roles, Rights rights, Participants participants) {
        this.services = services;
        this.people = people;
        this.teams = teams;
        this.roles = roles;
        this.rights = rights;
        this.participants = participants;
    }

    /**
     * Where nobody has the ticket, or nobody is on duty, it is the lead; who manages the service stands in for the
     * lead that a team does not have, and for a named person who has left. Who may not see the ticket is passed over as if they
     * were not there.
     */
    List<Told> told(Ticket ticket, Rung rung, Instant now) {
        return switch (rung.whom()) {
            case ASSIGNEE -> {
                var assignee = ticket.place().person();
                var working = assignee == null ? List.<Long>of() : seeing(List.of(assignee), ticket);
                yield working.isEmpty() ? lead(ticket) : all(working, Level.ASSIGNEE);
            }
            case ON_DUTY -> {
                var team = ticket.place().team();
                var there = team == null ? List.<Long>of() : seeing(teams.onDuty(team, now), ticket);
                yield there.isEmpty() ? lead(ticket) : all(there, Level.ON_DUTY);
            }
            case LEAD -> lead(ticket);
            case MANAGER -> aboveTheTeam(ticket);
            case PERSON -> {
                var named = seeing(active(rung.person()), ticket);
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
        var seeing = seeing(lead, ticket);
        return seeing.isEmpty() ? aboveTheTeam(ticket) : all(seeing, Level.LEAD);
    }

    /** Who owns the service; where nobody does, the service managers. */
    private List<Long> managers(Ticket ticket) {
        var owner = Optional.ofNullable(ticket.matter().service())
                .flatMap(services::find)
                .map(Service::ownerId)
                .map(this::active)
                .orElse(List.of());
        var seeing = seeing(owner, ticket);
        return seeing.isEmpty() ? seeing(roles.managers(), ticket) : seeing;
    }

    private List<Long> seeing(List<Long> persons, Ticket ticket) {
        var others =
                persons.stream().filter(person -> !sees(person, ticket, false)).collect(Collectors.toSet());
        if (others.isEmpty()) return persons;
        var taking = participants.of(Tickets.KIND, ticket.number()).stream()
                .map(Participant::person)
                .collect(Collectors.toSet());
        return persons.stream()
                .filter(person -> !others.contains(person) || sees(person, ticket, taking.contains(person)))
                .toList();
    }

    private boolean sees(long person, Ticket ticket, boolean takesPart) {
        return rights.of(person).filter(me -> ticket.seenBy(me, takesPart)).isPresent();
    }

    private List<Long> active(@Nullable Long person) {
        return Optional.ofNullable(person).flatMap(people::find).filter(Person::active).map(Person::id).stream()
                .toList();
    }

    private static List<Told> all(List<Long> persons, Level level) {
        return persons.stream().map(person -> new Told(person, level)).toList();
    }
}

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
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who answers above the team, and how a step is told. */
@Component
class Escalations {
    private static final String MANAGER = "manager";
    private static final int MOST_MANAGERS = 10;

    private final Services services;
    private final People people;
    private final Roles roles;

    Escalations(Services services, People people, Roles roles) {
        this.services = services;
        this.people = people;
        this.roles = roles;
    }

    /** Who owns the service; where nobody does, the service managers. */
    List<Long> managers(Ticket ticket) {
        var owner = Optional.ofNullable(ticket.matter().service())
                .flatMap(services::find)
                .map(Service::ownerId)
                .flatMap(people::find)
                .filter(Person::active);
        return owner.map(person -> List.of(person.id()))
                .orElseGet(() ->
                        roles.holders(MANAGER).stream().limit(MOST_MANAGERS).toList());
    }

    Entry entry(Ticket ticket, Level level, long person, Escalation step, Instant now) {
        var fact = new TicketEscalated(level, person, step.metric(), step.percent());
        return new Entry(now, Origin.LIVE, Tickets.KIND, ticket.number(), ticket.version(), 0, Audience.INTERNAL, fact);
    }
}

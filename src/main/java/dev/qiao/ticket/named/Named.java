package dev.qiao.ticket.named;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.people.Participants;
import dev.qiao.people.Participants.Participant;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketFact.TicketUnwatched;
import dev.qiao.ticket.TicketFact.TicketWatched;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The door to who may see a restricted ticket. Its requester may anyway; who is given the work is named by that. */
@Component
public class Named {
    private final Acting acting;
    private final Tickets tickets;
    private final Participants participants;
    private final People people;

    Named(Acting acting, Tickets tickets, Participants participants, People people) {
        this.acting = acting;
        this.tickets = tickets;
        this.participants = participants;
        this.people = people;
    }

    /** Those who may see it beside its requester, the earliest first; whoever sees the ticket may know. */
    public List<Person> of(long number, Me me) {
        var ticket = tickets.find(number, me);
        var named = participants.of(Tickets.KIND, ticket.number()).stream()
                .map(Participant::person)
                .filter(person -> person != ticket.matter().requester())
                .distinct()
                .toList();
        var known = people.of(named);
        return named.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /** Twice is harmless. Errors: unknown or inactive person, not a restricted ticket, forbidden. */
    public void add(long number, long person, Me me, Instant now) {
        acting.on(number, Act.WATCHING, null, null, me, now, (ticket, at) -> {
            check(ticket, me);
            if (people.find(person).filter(Person::active).isEmpty())
                throw Refused.invalid("person", "ticket.no_person");
            if (takesPart(number, person)) return unchanged(ticket, person);
            participants.add(Tickets.KIND, number, person, "named", at);
            return Done.of(ticket.touched(at), Audience.INTERNAL, new TicketWatched(person));
        });
    }

    /** Twice is harmless. Errors: who has the work now must hand it over first; not a restricted ticket, forbidden. */
    public void remove(long number, long person, Me me, Instant now) {
        acting.on(number, Act.WATCHING, null, null, me, now, (ticket, at) -> {
            check(ticket, me);
            if (Objects.equals(ticket.place().person(), person)) throw Refused.conflict("ticket.named.at_work");
            if (!takesPart(number, person)) return unchanged(ticket, person);
            participants.of(Tickets.KIND, number).stream()
                    .filter(part -> part.person() == person)
                    .forEach(part -> participants.remove(Tickets.KIND, number, person, part.role()));
            return Done.of(ticket.touched(at), Audience.INTERNAL, new TicketUnwatched(person));
        });
    }

    private static void check(Ticket ticket, Me me) {
        me.must(Permission.TICKET_RESTRICT);
        if (!ticket.matter().restricted()) throw Refused.conflict("ticket.named.not_restricted");
    }

    private static Done unchanged(Ticket ticket, long person) {
        return Done.of(ticket, Audience.INTERNAL, new TicketWatched(person));
    }

    private boolean takesPart(long number, long person) {
        return participants.of(Tickets.KIND, number).stream().anyMatch(part -> part.person() == person);
    }
}

package dev.qiao.ticket.departure;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.journal.Audience;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Acting.Said;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketFact;
import dev.qiao.ticket.TicketFact.TicketAssigned;
import dev.qiao.ticket.TicketFact.TicketHandedBack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes the open work from those who have left. What is resolved or closed stays theirs: they did it. */
@Component
public class Departures {
    private final Db db;
    private final Acting acting;
    private final People people;
    private final Teams teams;

    Departures(Db db, Acting acting, People people, Teams teams) {
        this.db = db;
        this.acting = acting;
        this.people = people;
        this.teams = teams;
    }

    /** Open tickets that are with these, the oldest first. */
    public List<Long> with(Collection<Long> persons, int limit) {
        if (persons.isEmpty()) return List.of();
        return db.sql("""
                select number from ticket.ticket
                where assignee_id = any(:persons::bigint[]) and stage in ('waiting', 'working', 'on_hold')
                order by number limit :limit
                """).bind("persons", persons).bind("limit", limit).list(row -> row.number("number"));
    }

    /** Back to its team, and nobody has it; nothing happens where it is with none of these any more. */
    public void release(long number, Collection<Long> persons, Instant now) {
        acting.also(number, Me.QIAO, now, (ticket, at) -> {
            var person = ticket.place().person();
            if (person == null || !persons.contains(person) || !ticket.stage().open()) {
                return new Done(ticket, List.of());
            }
            return released(new Done(ticket, List.of()), person, at);
        });
    }

    /**
     * What an act gives back to somebody who has left meanwhile: it stands with its team instead, and says so. Where it is with no
     * team, it goes to the lead of theirs.
     */
    public Done present(Done back, Instant at) {
        var ticket = back.ticket();
        if (!ticket.stage().open()) return back;
        return Stream.of(ticket.place().person(), ticket.stage().owner())
                .filter(Objects::nonNull)
                .filter(this::gone)
                .findFirst()
                .map(person -> ticket.place().team() == null ? led(back, person, at) : released(back, person, at))
                .orElse(back);
    }

    private boolean gone(long person) {
        return people.find(person).filter(Person::active).isEmpty();
    }

    private static Done released(Done act, long person, Instant at) {
        var ticket = act.ticket();
        return and(
                act,
                ticket.released(at),
                new TicketHandedBack(person, ticket.place().team()));
    }

    private Done led(Done act, long person, Instant at) {
        var released = released(act, person, at);
        var team = teams.ofMember(person).stream().filter(Team::active).findFirst();
        if (team.isEmpty()) return released;
        var leads = team.get().leadId();
        var lead = leads == null || gone(leads) ? null : leads;
        var ticket = released.ticket();
        var given = new Ticket(
                ticket.number(),
                ticket.version(),
                ticket.matter(),
                ticket.weight(),
                ticket.place().to(team.get().id(), lead),
                ticket.stage(),
                ticket.times(),
                ticket.tally());
        return and(released, given, new TicketAssigned(team.get().id(), lead, person, null));
    }

    private static Done and(Done act, Ticket ticket, TicketFact fact) {
        var said = new ArrayList<>(act.said());
        said.add(new Said(Audience.INTERNAL, fact));
        return new Done(ticket, List.copyOf(said));
    }
}

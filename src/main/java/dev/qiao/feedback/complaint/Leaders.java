package dev.qiao.feedback.complaint;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.people.Participants;
import dev.qiao.people.Participants.Participant;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Rights;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is told of a complaint at once, and who may see it: the team's lead, else the service managers; never the one complained of. What
 * is about a restricted ticket is for those alone who see that ticket.
 */
@Component
class Leaders {
    private final Teams teams;
    private final People people;
    private final Rights rights;
    private final Participants participants;
    private final Tickets tickets;

    Leaders(Teams teams, People people, Rights rights, Participants participants, Tickets tickets) {
        this.teams = teams;
        this.people = people;
        this.rights = rights;
        this.participants = participants;
        this.tickets = tickets;
    }

    List<Long> of(@Nullable Long team, @Nullable Long against, long complainer, @Nullable Ticket ticket) {
        var lead = Optional.ofNullable(team).flatMap(teams::find).map(Team::leadId).stream();
        var first = told(lead, against, complainer, ticket);
        if (!first.isEmpty()) return first;
        var managers = people.able(Permission.TICKET_RESTRICT).stream().map(Person::id);
        var second = told(managers, against, complainer, ticket);
        if (!second.isEmpty() || ticket == null) return second;
        var company = participants.of(Tickets.KIND, ticket.number()).stream().map(Participant::person);
        return told(company, against, complainer, ticket);
    }

    private List<Long> told(Stream<Long> people, @Nullable Long against, long complainer, @Nullable Ticket ticket) {
        return people.filter(person -> !Objects.equals(person, against) && person != complainer)
                .distinct()
                .filter(person -> rights.of(person)
                        .filter(Me::worksHere)
                        .filter(me -> ticket == null
                                || !ticket.matter().restricted()
                                || !tickets.of(List.of(ticket.number()), me).isEmpty())
                        .isPresent())
                .toList();
    }

    /** Those of them that this person may see. */
    List<Complaint> seen(List<Complaint> all, Me me) {
        if (me.machine() || all.isEmpty()) return all;
        var led = Set.copyOf(teams.led(me.id()).stream().map(Team::id).toList());
        var told = participants.of(
                Complaints.KIND, all.stream().map(Complaint::number).toList());
        var about = all.stream()
                .map(Complaint::ticket)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var restricted = tickets.of(about).stream()
                .filter(ticket -> ticket.matter().restricted())
                .map(Ticket::number)
                .toList();
        var open = restricted.isEmpty()
                ? Set.<Long>of()
                : Set.copyOf(
                        tickets.of(restricted, me).stream().map(Ticket::number).toList());
        return all.stream()
                .filter(c -> !Objects.equals(c.against(), me.id()))
                .filter(c -> c.complainer() == me.id()
                        || (concerns(c, me, led, told.getOrDefault(c.number(), List.of()))
                                && (c.ticket() == null
                                        || !restricted.contains(c.ticket())
                                        || open.contains(c.ticket()))))
                .toList();
    }

    private static boolean concerns(Complaint c, Me me, Set<Long> led, List<Participant> told) {
        if (!me.worksHere()) return false;
        return me.may(Permission.TICKET_SEE_ALL)
                || Objects.equals(c.handler(), me.id())
                || (c.team() != null && led.contains(c.team()))
                || told.stream().anyMatch(participant -> participant.person() == me.id());
    }
}

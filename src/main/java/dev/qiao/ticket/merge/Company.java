package dev.qiao.ticket.merge;

import dev.qiao.base.Permission;
import dev.qiao.people.Participants;
import dev.qiao.people.Participants.Participant;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Rights;
import dev.qiao.ticket.Matter;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who follows a survivor because of what was merged into it: those who asked for that or watched it, as far as they work here or belong
 * to the same organization; who typed it for them at the desk need not. A customer never sees another one's words; they are told on their own ticket.
 */
@Component
class Company {
    private static final String ROLE = "merged";

    private final MergeSql sql;
    private final Tickets tickets;
    private final Participants participants;
    private final People people;
    private final Rights rights;

    Company(MergeSql sql, Tickets tickets, Participants participants, People people, Rights rights) {
        this.sql = sql;
        this.tickets = tickets;
        this.participants = participants;
        this.people = people;
        this.rights = rights;
    }

    /** Makes it so again after a merge came or went, inside its transaction. */
    void gather(long survivor, Instant now) {
        var wanted = wanted(survivor);
        participants.removeOthers(Tickets.KIND, survivor, ROLE, wanted);
        participants.add(wanted.stream()
                .sorted()
                .map(person -> new Participant(Tickets.KIND, survivor, person, ROLE, now))
                .toList());
    }

    private Set<Long> wanted(long survivor) {
        var numbers =
                sql.within(survivor, Merges.MOST).stream().map(Merge::number).toList();
        var merged = tickets.of(numbers).stream().map(Ticket::matter).toList();
        var ours = tickets.of(List.of(survivor)).getFirst().matter();
        if (ours.restricted()) return Set.of();
        var reporters = merged.stream().map(Matter::reporter).collect(Collectors.toSet());
        var persons = new HashSet<>(participants.besides(Set.of("reporter", "reported"), Tickets.KIND, numbers));
        merged.stream().map(Matter::requester).forEach(persons::add);
        var asked = Stream.concat(persons.stream(), reporters.stream()).collect(Collectors.toSet());
        var desk = rights.who(asked, Permission.TICKET_WORK);
        reporters.stream().filter(person -> !desk.contains(person)).forEach(persons::add);
        persons.remove(ours.requester());
        var known = people.of(persons);
        persons.removeIf(person -> !fits(known.get(person), ours, desk));
        return persons;
    }

    private static boolean fits(@Nullable Person them, Matter ours, Set<Long> desk) {
        if (them == null || !them.active()) return false;
        boolean same = ours.organization() != null && ours.organization() == them.organization();
        return same || desk.contains(them.id());
    }
}

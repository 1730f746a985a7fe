package dev.qiao.signal;

import dev.qiao.base.Me;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.merge.Merges;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** In which ticket an incident is dealt with: the one that it opened, or the one in which that goes on since somebody merged it. */
@Component
public class IncidentTickets {
    private final IncidentSql incidents;
    private final Tickets tickets;
    private final Merges merges;

    IncidentTickets(IncidentSql incidents, Tickets tickets, Merges merges) {
        this.incidents = incidents;
        this.tickets = tickets;
        this.merges = merges;
    }

    /** By the tickets that the incidents opened; those that nobody merged are left out. */
    Map<Long, Long> survivors(List<Incident> of) {
        return merges.survivors(of.stream().map(Incident::ticket).toList());
    }

    /** Those of them that somebody still works on. */
    public List<Incident> dealtWith(List<Incident> found) {
        var survivors = survivors(found);
        var open = tickets
                .of(found.stream()
                        .map(incident -> in(incident, survivors))
                        .distinct()
                        .toList())
                .stream()
                .filter(ticket -> ticket.stage().open())
                .map(Ticket::number)
                .collect(Collectors.toSet());
        return found.stream()
                .filter(incident -> open.contains(in(incident, survivors)))
                .toList();
    }

    static long in(Incident incident, Map<Long, Long> survivors) {
        return survivors.getOrDefault(incident.ticket(), incident.ticket());
    }

    /** All that are dealt with in this ticket, as far as this person reads it. */
    List<Incident> all(Ticket ticket, Me me) {
        return incidents.ofTickets(merges.read(ticket, me));
    }

    /** Since when nothing of what is dealt with in this ticket is wrong; empty while something is. */
    Optional<Instant> restored(long number) {
        var all = all(tickets.find(number, Me.QIAO), Me.QIAO);
        if (all.stream().anyMatch(incident -> incident.restoredAt() == null)) return Optional.empty();
        return all.stream()
                .map(incident -> Objects.requireNonNull(incident.restoredAt()))
                .max(Instant::compareTo);
    }
}

package dev.qiao.channel;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.channel.NoticeSql.Told;
import dev.qiao.feedback.complaint.Complaints;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.people.Participants;
import dev.qiao.people.Participants.Participant;
import dev.qiao.people.People;
import dev.qiao.people.PersonFacts.PersonInvited;
import dev.qiao.people.PersonFacts.ResetOffered;
import dev.qiao.people.Rights;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what happens now into notices; an imported past or a demonstration tells nobody anything. */
@Component
class NoticeReader implements Reader {
    /** What admin announces; a room above ours, so that only the shape of its facts is known here. */
    record BackupFailed(String problem) implements Facts {}

    private final NoticeSql sql;
    private final Tickets tickets;
    private final Participants participants;
    private final Rights rights;
    private final Teams teams;
    private final People people;
    private final Complaints complaints;

    NoticeReader(
            NoticeSql sql,
            Tickets tickets,
            Participants participants,
            Rights rights,
            Teams teams,
            People people,
            Complaints complaints) {
        this.sql = sql;
        this.tickets = tickets;
        this.participants = participants;
        this.rights = rights;
        this.teams = teams;
        this.people = people;
        this.complaints = complaints;
    }

    @Override
    public String name() {
        return "channel.notices";
    }

    @Override
    public boolean wants(Recorded entry) {
        return entry.live()
                && (ofTicket(entry)
                        || RosterTelling.concerns(entry)
                        || HeardTelling.concerns(entry)
                        || entry.is(PersonInvited.class)
                        || entry.is(ResetOffered.class)
                        || entry.is(BackupFailed.class));
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var numbers = batch.stream()
                .filter(NoticeReader::ofTicket)
                .map(Recorded::subject)
                .distinct()
                .toList();
        var known = tickets.of(numbers).stream().collect(toMap(Ticket::number, identity()));
        var participants = this.participants.of(Tickets.KIND, known.keySet());
        var told = new ArrayList<Told>();
        for (var entry : batch) {
            if (RosterTelling.concerns(entry)) told.addAll(RosterTelling.of(entry, this::team));
            else if (HeardTelling.concerns(entry)) told.addAll(HeardTelling.of(entry, complaints));
            else if (entry.is(BackupFailed.class)) told.addAll(toAdministrators(entry, "channel.backup_failed"));
            else if (!ofTicket(entry)) told.add(ofPerson(entry));
            else
                told.addAll(ofTicket(
                        entry, known.get(entry.subject()), participants.getOrDefault(entry.subject(), List.of())));
        }
        return () -> sql.insert(told);
    }

    private String team(long id) {
        return teams.find(id).map(Team::name).orElse("");
    }

    private static boolean ofTicket(Recorded entry) {
        return entry.kind().equals(Tickets.KIND) && Telling.concerns(entry);
    }

    private List<Told> toAdministrators(Recorded entry, String key) {
        return people.able(Permission.ADMIN).stream()
                .map(person -> new Told(entry, person.id(), key, List.of()))
                .toList();
    }

    private static Told ofPerson(Recorded entry) {
        var key = entry.is(PersonInvited.class) ? "channel.invited" : "channel.reset_offered";
        return new Told(entry, entry.subject(), key, List.of());
    }

    private List<Told> ofTicket(Recorded entry, @Nullable Ticket ticket, List<Participant> participants) {
        if (ticket == null) return List.of();
        var watchers = participants.stream().map(Participant::person).collect(Collectors.toSet());
        var team = Optional.ofNullable(ticket.place().team());
        var telling =
                new Telling(entry, ticket, watchers, team.flatMap(teams::find).map(Team::leadId));
        return telling.told(desk(telling)).stream()
                .filter(t -> sees(t.person(), ticket, watchers.contains(t.person())))
                .toList();
    }

    /** Of all whom this may concern, those who work here. */
    private Set<Long> desk(Telling telling) {
        return telling.concerned().stream()
                .filter(person -> rights.of(person).filter(Me::worksHere).isPresent())
                .collect(Collectors.toSet());
    }

    /** Neither a name in a comment nor a place in a team opens a door: who may not see the ticket is not told of it. */
    private boolean sees(long person, Ticket ticket, boolean takesPart) {
        return rights.of(person).filter(me -> ticket.seenBy(me, takesPart)).isPresent();
    }
}

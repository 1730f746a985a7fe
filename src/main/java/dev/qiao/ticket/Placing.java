package dev.qiao.ticket;

import dev.qiao.base.Db;
import dev.qiao.base.Origin;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Participants;
import dev.qiao.people.Participants.Participant;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.Ticket.Place;
import dev.qiao.ticket.TicketFact.TicketAssigned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door for dispatch: who has how much, and placing what waits. */
@Component
public class Placing {
    /**
     * What somebody carries.
     *
     * @param weight open work weighted by priority
     * @param idleSince when they were last given something; null when never
     */
    public record Load(long person, int weight, @Nullable Instant idleSince) {
        static Load none(long person) {
            return new Load(person, 0, null);
        }
    }

    private final Db db;
    private final TicketSql sql;
    private final Assignments assignments;
    private final People people;
    private final Participants participants;
    private final Journal journal;

    Placing(Db db, TicketSql sql, Assignments assignments, People people, Participants participants, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.assignments = assignments;
        this.people = people;
        this.participants = participants;
        this.journal = journal;
    }

    /**
     * Where a waiting ticket goes.
     *
     * @param seen where it was when that was decided
     * @param reason message key of why; its arguments are with dispatch
     */
    public record Placement(
            long number,
            Place seen,
            @Nullable Long team,
            @Nullable Long person,
            String reason) {
        Placement withNobody() {
            return new Placement(number, seen, team, null, reason);
        }
    }

    /**
     * Those that nobody has placed since they were seen; what was meant for somebody who has left meanwhile goes to the team, with
     * nobody. Moves no version: a person's edit at the same moment goes through.
     */
    public Set<Long> place(List<Placement> decided, Origin origin, Instant now) {
        if (decided.isEmpty()) return Set.of();
        return db.transact(() -> {
            var wanted = present(decided);
            var placed = sql.place(wanted);
            var done =
                    wanted.stream().filter(w -> placed.containsKey(w.number())).toList();
            assignments.move(done, 0, now);
            participants.add(done.stream()
                    .filter(d -> d.person() != null && must(placed, d).restricted())
                    .map(d -> new Participant(
                            Tickets.KIND, d.number(), Objects.requireNonNull(d.person()), "assignee", now))
                    .toList());
            participants.add(assignments.hands(
                    done.stream()
                            .filter(d -> d.seen().team() != null
                                    && !Objects.equals(d.seen().team(), d.team()))
                            .map(Placement::number)
                            .toList(),
                    now));
            journal.write(done.stream()
                    .map(d -> entry(d, must(placed, d).version(), origin, now))
                    .toList());
            return Set.copyOf(placed.keySet());
        });
    }

    private List<Placement> present(List<Placement> decided) {
        var known = people.of(decided.stream()
                .map(Placement::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return decided.stream()
                .map(to -> to.person() == null || (known.get(to.person()) instanceof Person p && p.active())
                        ? to
                        : to.withNobody())
                .toList();
    }

    private static TicketSql.Placed must(Map<Long, TicketSql.Placed> placed, Placement placement) {
        return Objects.requireNonNull(placed.get(placement.number()));
    }

    private static Entry entry(Placement to, int version, Origin origin, Instant now) {
        var fact = new TicketAssigned(to.team(), to.person(), to.seen().person(), to.reason());
        return new Entry(now, origin, Tickets.KIND, to.number(), version, 0, Audience.INTERNAL, fact);
    }

    /** What each of these carries now. */
    public Map<Long, Load> load(Collection<Long> persons) {
        var loads = db
                .sql("""
                        select p.id as person,
                               coalesce((select sum(case t.priority when 'urgent' then 4 when 'important' then 2 else 1 end)
                                           from ticket.ticket t
                                          where t.assignee_id = p.id and t.stage in ('waiting', 'working', 'on_hold')), 0)::int as weight,
                               (select max(a.at) from ticket.assignment a where a.person_id = p.id) as idle_since
                          from unnest(:persons::bigint[]) as p(id)
                        """)
                .bind("persons", persons)
                .list(row -> new Load(row.number("person"), row.integer("weight"), row.instantOrNull("idle_since")))
                .stream()
                .collect(Collectors.toMap(Load::person, load -> load));
        return List.copyOf(persons).stream()
                .distinct()
                .collect(Collectors.toMap(p -> p, p -> loads.getOrDefault(p, Load.none(p))));
    }
}

package dev.qiao.people.roster;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Journal;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.people.roster.RosterFacts.LeaveDropped;
import dev.qiao.people.roster.RosterFacts.LeaveEntered;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Being away: one's own word, or that of the lead; whoever is away is on duty in no team. */
@Component
public class Leaves {
    private static final String PERSON = "person";
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_NOTE = 200;

    private final Db db;
    private final StandInSql sql;
    private final LayerSql layers;
    private final Duties duties;
    private final People people;
    private final Teams teams;
    private final Journal journal;

    Leaves(Db db, StandInSql sql, LayerSql layers, Duties duties, People people, Teams teams, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.layers = layers;
        this.duties = duties;
        this.people = people;
        this.teams = teams;
        this.journal = journal;
    }

    /** Of these people, between two moments. Why somebody is away is read by themselves and by who may enter it. */
    public List<Leave> of(Collection<Long> persons, Instant from, Instant to, Me me) {
        var open = entered(persons, me);
        return duties.leaves(persons, from, to).stream()
                .map(leave -> open.contains(leave.person())
                        ? leave
                        : new Leave(leave.id(), leave.person(), leave.from(), leave.to(), ""))
                .toList();
    }

    /** Somebody is away. Errors: forbidden for others; a span that is over, empty or too long. */
    public Leave enter(long person, Span span, String note, Me me, Instant now) {
        if (people.find(person).isEmpty()) throw Refused.notFound("people.no_person");
        mustEnter(person, me);
        span.checked(LONGEST, now);
        var words = note.strip();
        if (words.length() > LONGEST_NOTE) throw Refused.invalid("note", "people.too_long", LONGEST_NOTE);
        return db.transact(() -> {
            touch(person);
            long id = sql.leave(person, span, words, me.id(), now);
            tell(person, new LeaveEntered(id, person, span.from(), span.to()), me, now);
            return new Leave(id, person, span.from(), span.to(), words);
        });
    }

    /** Somebody is not away after all. Errors: not found; forbidden. */
    public Leave drop(long id, Me me, Instant now) {
        return db.transact(() -> {
            var leave = sql.leave(id).orElseThrow(() -> Refused.notFound("people.no_leave"));
            if (!mayEnter(leave.person(), me)) throw Refused.notFound("people.no_leave");
            touch(leave.person());
            if (!sql.dropLeave(id, now)) throw Refused.notFound("people.no_leave");
            tell(leave.person(), new LeaveDropped(id, leave.person(), leave.from(), leave.to()), me, now);
            return leave;
        });
    }

    /** What was taken back in the last days and this person may bring back, the newest first. */
    public List<Leave> dropped(Collection<Long> persons, Me me, Instant now) {
        var open = entered(persons, me);
        return sql.droppedLeaves(persons, now.minus(Covers.RESTORABLE), now).stream()
                .filter(leave -> open.contains(leave.person()))
                .toList();
    }

    /** Somebody is away after all, as it was entered. Errors: not found, also when it was taken back long ago or is over. */
    public Leave restore(long id, Me me, Instant now) {
        return db.transact(() -> {
            var leave = sql.droppedLeave(id, now.minus(Covers.RESTORABLE), now)
                    .filter(one -> mayEnter(one.person(), me))
                    .orElseThrow(() -> Refused.notFound("people.no_leave"));
            touch(leave.person());
            sql.restoreLeave(id);
            tell(leave.person(), new LeaveEntered(id, leave.person(), leave.from(), leave.to()), me, now);
            return leave;
        });
    }

    private void mustEnter(long person, Me me) {
        if (!mayEnter(person, me)) me.must(Permission.PEOPLE_EDIT);
    }

    private boolean mayEnter(long person, Me me) {
        return entered(List.of(person), me).contains(person);
    }

    /** For whom of them this person may enter that they are away. */
    private Set<Long> entered(Collection<Long> persons, Me me) {
        if (me.may(Permission.PEOPLE_EDIT)) return Set.copyOf(persons);
        var entered = new HashSet<>(teams.ledBy(me.id(), persons));
        entered.add(me.id());
        return entered;
    }

    private void touch(long person) {
        teams.ofMember(person).stream().map(Team::id).sorted().forEach(layers::touch);
    }

    private void tell(long person, Facts facts, Me me, Instant now) {
        journal.write(new Entry(now, me.origin(), PERSON, person, 0, me.id(), Audience.INTERNAL, facts));
    }
}

package dev.qiao.people.roster;

import static java.util.stream.Collectors.toSet;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Journal;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.people.roster.RosterFacts.CoverDropped;
import dev.qiao.people.roster.RosterFacts.CoverTaken;
import dev.qiao.people.roster.RosterFacts.SwapCalledOff;
import dev.qiao.people.roster.RosterFacts.SwapReinstated;
import dev.qiao.people.roster.Swap.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Standing in: a member says "I take tonight", or the lead says who does. */
@Component
public class Covers {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration LISTED = Duration.ofDays(62);
    /** So long after it was taken back it can be brought back. */
    static final Duration RESTORABLE = Duration.ofDays(7);

    private final Db db;
    private final StandInSql sql;
    private final LayerSql layers;
    private final Duties duties;
    private final Rosters rosters;
    private final Teams teams;
    private final Journal journal;

    Covers(Db db, StandInSql sql, LayerSql layers, Duties duties, Rosters rosters, Teams teams, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.layers = layers;
        this.duties = duties;
        this.rosters = rosters;
        this.teams = teams;
        this.journal = journal;
    }

    /** In this team, between two moments. */
    public List<Cover> of(long team, Instant from, Instant to) {
        return duties.covers(List.of(team), from, to);
    }

    /** In this team, those that are still to come. */
    public List<Cover> ahead(long team, Instant now) {
        return of(team, now, now.plus(LISTED));
    }

    /** Those of these, all of one team, that change nothing any more, because the shift they are for is another's by now. */
    public Set<Long> idle(long team, List<Cover> ahead, Instant now) {
        if (ahead.isEmpty()) return Set.of();
        var last = ahead.stream().map(Cover::to).max(Instant::compareTo).orElseThrow();
        var roster = duties.of(team, now, last.isAfter(now) ? last : now.plus(LISTED));
        return ahead.stream()
                .filter(cover -> !roster.changedBy(cover, now))
                .map(Cover::id)
                .collect(toSet());
    }

    /**
     * From then to then this person stands in. Errors: forbidden for others; nobody of the team, or somebody who is away then; a
     * span that is over, empty or too long.
     *
     * @param instead in whose place; null: besides whoever is there
     */
    public Cover take(long team, long person, @Nullable Long instead, Span span, Me me, Instant now) {
        var known = teams.find(team).orElseThrow(() -> Refused.notFound("people.no_team"));
        if (person != me.id()) must(known, me);
        var staff = teams.members(team);
        if (!staff.contains(person)) throw Refused.invalid("person", "people.roster_stranger");
        if (Objects.equals(instead, person)) throw Refused.invalid("instead", "people.instead_of_self");
        span.checked(LONGEST, now);
        return db.transact(() -> {
            layers.touch(team);
            if (duties.away(person, span)) throw Refused.invalid("person", "people.cover_away");
            long id = sql.cover(team, person, instead, span, null, me.id(), now);
            tell(known, new CoverTaken(person, instead, span.from(), span.to()), me, now);
            return new Cover(id, team, person, instead, span.from(), span.to(), null);
        });
    }

    /** By whoever stands in, or by the lead; what two agreed on only by the lead, and then what each does for the other. */
    public Cover drop(long team, long id, Me me, Instant now) {
        var known = teams.find(team).orElseThrow(() -> Refused.notFound("people.no_team"));
        return db.transact(() -> {
            var cover = sql.cover(team, id).orElseThrow(() -> Refused.notFound("people.no_cover"));
            if (!own(cover, me)) must(known, me);
            layers.touch(team);
            if (cover.swap() != null) {
                sql.dropSwapped(cover.swap(), now);
                settle(known, cover.swap(), State.CALLED_OFF, me, now);
                return cover;
            }
            if (!sql.dropCover(id, now)) throw Refused.notFound("people.no_cover");
            tell(known, new CoverDropped(cover.person(), cover.instead(), cover.from(), cover.to()), me, now);
            return cover;
        });
    }

    /** What was taken back in the last days and this person may bring back, the newest first. */
    public List<Cover> dropped(Team team, Me me, Instant now) {
        boolean writes = rosters.writes(team, me);
        return sql.dropped(team.id(), now.minus(RESTORABLE), now).stream()
                .filter(cover -> writes || own(cover, me))
                .toList();
    }

    /**
     * It holds after all, as it did; of a swap, both halves. Errors: not found, also when it was taken back long ago or is over;
     * forbidden; conflict when who stood in is away by now.
     */
    public Cover restore(long team, long id, Me me, Instant now) {
        var known = teams.find(team).orElseThrow(() -> Refused.notFound("people.no_team"));
        return db.transact(() -> {
            layers.touch(team);
            var dropped = sql.dropped(team, now.minus(RESTORABLE), now);
            var cover = dropped.stream()
                    .filter(one -> one.id() == id)
                    .findFirst()
                    .orElseThrow(() -> Refused.notFound("people.no_cover"));
            if (!own(cover, me)) must(known, me);
            var together = cover.swap() == null
                    ? List.of(cover)
                    : dropped.stream()
                            .filter(one -> cover.swap().equals(one.swap()))
                            .toList();
            for (var one : together) {
                if (duties.away(one.person(), new Span(one.from(), one.to())))
                    throw Refused.conflict("people.cover_away");
                sql.restoreCover(one.id());
            }
            if (cover.swap() != null) settle(known, cover.swap(), State.ACCEPTED, me, now);
            else tell(known, new CoverTaken(cover.person(), cover.instead(), cover.from(), cover.to()), me, now);
            return cover;
        });
    }

    private void settle(Team team, long id, State state, Me me, Instant now) {
        var swap = sql.lockSwap(team.id(), id).orElseThrow(() -> Refused.notFound("people.no_swap"));
        sql.settle(id, state);
        var facts = state == State.ACCEPTED
                ? new SwapReinstated(id, swap.asker(), swap.asked())
                : new SwapCalledOff(id, swap.asker(), swap.asked());
        tell(team, facts, me, now);
    }

    private static boolean own(Cover cover, Me me) {
        return cover.person() == me.id() && cover.swap() == null;
    }

    private void must(Team team, Me me) {
        if (!rosters.writes(team, me)) me.must(Permission.PEOPLE_EDIT);
    }

    private void tell(Team team, Facts facts, Me me, Instant now) {
        journal.write(new Entry(
                now, me.origin(), Rosters.KIND, team.id(), team.version(), me.id(), Audience.INTERNAL, facts));
    }
}

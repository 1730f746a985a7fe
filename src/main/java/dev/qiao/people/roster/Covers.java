package dev.qiao.people.roster;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Standing in: a member says "I take tonight", or the lead says who does. */
@Component
public class Covers {
    private static final Duration LONGEST = Duration.ofDays(31);

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

    /**
     * From then to then this person stands in.
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
            long id = sql.cover(team, person, instead, span, null, me.id(), now);
            tell(known, new CoverTaken(person, instead, span.from(), span.to()), me, now);
            return new Cover(id, team, person, instead, span.from(), span.to(), null);
        });
    }

    /** By whoever stands in, or by the lead; what two agreed on only by the lead. */
    public Cover drop(long team, long id, Me me, Instant now) {
        var known = teams.find(team).orElseThrow(() -> Refused.notFound("people.no_team"));
        return db.transact(() -> {
            var cover = sql.cover(team, id).orElseThrow(() -> Refused.notFound("people.no_cover"));
            if (cover.person() != me.id() || cover.swap() != null) must(known, me);
            layers.touch(team);
            if (!sql.dropCover(id)) throw Refused.notFound("people.no_cover");
            tell(known, new CoverDropped(cover.person(), cover.instead(), cover.from(), cover.to()), me, now);
            return cover;
        });
    }

    private void must(Team team, Me me) {
        if (!rosters.writes(team, me)) me.must(Permission.PEOPLE_EDIT);
    }

    private void tell(Team team, Facts facts, Me me, Instant now) {
        journal.write(new Entry(
                now, me.origin(), Rosters.KIND, team.id(), team.version(), me.id(), Audience.INTERNAL, facts));
    }
}

package dev.qiao.people;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Facts;
import dev.qiao.people.DeskFacts.TeamAdded;
import dev.qiao.people.DeskFacts.TeamEdited;
import dev.qiao.people.DeskFacts.TeamRostered;
import dev.qiao.people.DeskFacts.TeamStaffed;
import dev.qiao.people.TeamSql.Member;
import dev.qiao.people.TeamSql.TeamDuty;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Teams, who belongs to them, and who is on duty when. */
@Component
public class Teams {
    private static final int MOST_SPANS = 500;

    private final Db db;
    private final TeamSql sql;
    private final Rights rights;
    private final Ledger ledger;

    Teams(Db db, TeamSql sql, Rights rights, Ledger ledger) {
        this.db = db;
        this.sql = sql;
        this.rights = rights;
        this.ledger = ledger;
    }

    public Optional<Team> find(long id) {
        return sql.of(List.of(id)).stream().findFirst();
    }

    /** Those that exist, by number. */
    public Map<Long, Team> of(Collection<Long> ids) {
        if (ids.isEmpty()) return Map.of();
        return sql.of(ids).stream().collect(toMap(Team::id, identity()));
    }

    public Optional<Team> byCode(String code) {
        return sql.byCode(code);
    }

    /** All that work today, in the order of codes. */
    public List<Team> active() {
        return sql.active();
    }

    /** In the order of codes, from just after this one, those that no longer work too. */
    public List<Team> page(String after, int limit) {
        return sql.page(after, limit);
    }

    /** The teams to which a person belongs. */
    public List<Team> ofMember(long person) {
        return sql.ofMember(person);
    }

    /** Active persons of the team, by name. */
    public List<Long> members(long team) {
        return members(List.of(team)).getOrDefault(team, List.of());
    }

    /** The same for several teams; one without members is missing. */
    public Map<Long, List<Long>> members(Collection<Long> teams) {
        return sql.members(teams).stream().collect(groupingBy(Member::team, mapping(Member::person, toList())));
    }

    /** The weekly roster. */
    public List<Duty> roster(long team) {
        return sql.duties(List.of(team)).stream().map(TeamDuty::duty).toList();
    }

    /** Who is on duty at this moment by the roster, in the team's own zone; empty when nobody is. */
    public List<Long> onDuty(long team, Instant moment) {
        return onDuty(List.of(team), moment).getOrDefault(team, List.of());
    }

    /** The same for several teams; one on which nobody is on duty is missing. */
    public Map<Long, List<Long>> onDuty(Collection<Long> teams, Instant moment) {
        var zones = of(teams).values().stream().collect(toMap(Team::id, Team::zone));
        return sql.duties(zones.keySet()).stream()
                .filter(d -> d.duty().holds(moment, Objects.requireNonNull(zones.get(d.team()))))
                .distinct()
                .collect(groupingBy(TeamDuty::team, mapping(d -> d.duty().person(), toList())))
                .entrySet()
                .stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        e -> e.getValue().stream().distinct().sorted().toList()));
    }

    public Team add(String code, TeamDraft draft, Me me, Instant now) {
        me.must(Permission.PEOPLE_EDIT);
        var wrong = new Wrong();
        var named = wrong.code("code", code);
        wrong.refuse();
        var checked = draft.checked();
        return db.transact(() -> {
            var team = Taken.refused(() -> sql.insert(named, checked));
            note(team.id(), team.version(), me, now, new TeamAdded());
            return team;
        });
    }

    /** The code stays. Errors: stale, when somebody else was faster. */
    public void edit(long team, TeamDraft draft, int version, Me me, Instant now) {
        me.must(Permission.PEOPLE_EDIT);
        var checked = draft.checked();
        db.transact(() -> {
            if (Taken.refused(() -> sql.update(team, checked, version)) == 0) throw Refused.stale("people.stale");
            note(team, version + 1, me, now, new TeamEdited(checked.leadId(), checked.tier(), checked.active()));
        });
    }

    /** Exactly these are the members from now on; who left is taken off the roster. */
    public void staff(long team, Set<Long> persons, Me me, Instant now) {
        me.must(Permission.PEOPLE_EDIT);
        var known = must(team);
        db.transact(() -> {
            var staying = roster(team).stream()
                    .filter(duty -> persons.contains(duty.person()))
                    .toList();
            Taken.refused(() -> {
                sql.staff(team, persons);
                sql.roster(team, staying);
                return persons;
            });
            note(
                    team,
                    known.version(),
                    me,
                    now,
                    new TeamStaffed(persons.stream().sorted().toList()));
        });
    }

    /** Writes the weekly roster anew; the team's own lead may, too. */
    public void roster(long team, List<Duty> duties, Me me, Instant now) {
        var known = must(team);
        if (!Objects.equals(known.leadId(), me.id())) me.must(Permission.PEOPLE_EDIT);
        var members = Set.copyOf(members(team));
        var wrong = new Wrong();
        wrong.unless(duties.size() <= MOST_SPANS, "roster", "people.roster_long", MOST_SPANS);
        wrong.unless(duties.stream().allMatch(Duty::sound), "roster", "people.roster_span");
        wrong.unless(duties.stream().allMatch(d -> members.contains(d.person())), "roster", "people.roster_stranger");
        wrong.unless(
                duties.stream().map(Duty::start).distinct().count() == duties.size(), "roster", "people.roster_twice");
        wrong.refuse();
        db.transact(() -> {
            sql.roster(team, duties);
            note(team, known.version(), me, now, new TeamRostered(duties.size()));
        });
    }

    private void note(long team, int version, Me me, Instant now, Facts facts) {
        rights.forget();
        ledger.note(Ledger.TEAM, team, version, me, now, facts);
    }

    private Team must(long team) {
        return find(team).orElseThrow(() -> Refused.notFound("people.no_team"));
    }
}

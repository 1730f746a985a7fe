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
import dev.qiao.journal.Configured;
import dev.qiao.journal.Facts;
import dev.qiao.people.TeamSql.Member;
import dev.qiao.people.roster.Duties;
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
    /** Who belongs to a team, as the audit shows it. */
    public record Staff(List<Long> persons) {
        static Staff of(Collection<Long> persons) {
            return new Staff(persons.stream().sorted().toList());
        }
    }

    private static final String LEAD = "lead";

    private final Db db;
    private final TeamSql sql;
    private final Rights rights;
    private final Ledger ledger;
    private final Duties duties;
    private final People people;

    Teams(Db db, TeamSql sql, Rights rights, Ledger ledger, Duties duties, People people) {
        this.db = db;
        this.sql = sql;
        this.rights = rights;
        this.ledger = ledger;
        this.duties = duties;
        this.people = people;
    }

    /** The team with this number, active or not. */
    public Optional<Team> find(long id) {
        return sql.of(List.of(id)).stream().findFirst();
    }

    /** Those that exist, by number. */
    public Map<Long, Team> of(Collection<Long> ids) {
        if (ids.isEmpty()) return Map.of();
        return sql.of(ids).stream().collect(toMap(Team::id, identity()));
    }

    /** The team with this code. */
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

    /** Those of the persons who belong to a team that somebody leads. */
    public Set<Long> ledBy(long lead, Collection<Long> persons) {
        return persons.isEmpty() ? Set.of() : Set.copyOf(sql.ledBy(lead, persons));
    }

    /** The teams that a person leads. */
    public List<Team> led(long person) {
        return sql.led(person);
    }

    /** Active persons of the team, by name. */
    public List<Long> members(long team) {
        return members(List.of(team)).getOrDefault(team, List.of());
    }

    /** The same for several teams; one without members is missing. */
    public Map<Long, List<Long>> members(Collection<Long> teams) {
        return sql.members(teams).stream().collect(groupingBy(Member::team, mapping(Member::person, toList())));
    }

    /** Those who belong to it and are not active: they are back in it when they come back. */
    public List<Long> gone(long team) {
        var here = members(team);
        return sql.staff(team).stream().filter(person -> !here.contains(person)).toList();
    }

    /** Who is on duty at this moment by the roster, in the team's own zone; empty when nobody is. */
    public List<Long> onDuty(long team, Instant moment) {
        return onDuty(List.of(team), moment).getOrDefault(team, List.of());
    }

    /** The same for several teams; one on which nobody is on duty is missing. */
    public Map<Long, List<Long>> onDuty(Collection<Long> teams, Instant moment) {
        return duties.onDuty(teams, moment);
    }

    /** Makes a team. Errors: forbidden; a code that is taken or malformed; a name that is missing or too long; a lead who has left. */
    public Team add(String code, TeamDraft draft, Me me, Instant now) {
        me.must(Permission.PEOPLE_EDIT);
        var wrong = new Wrong();
        var named = wrong.code("code", code);
        wrong.refuse();
        var checked = draft.checked();
        return db.transact(() -> {
            people.mustBeHere(checked.leadId(), LEAD);
            var team = Taken.refused(() -> sql.insert(named, checked));
            note(team.id(), team.version(), me, now, Configured.of("people.team", named, null, checked));
            return team;
        });
    }

    /** The code stays. Errors: stale, when somebody else was faster; a new lead who has left. */
    public void edit(long team, TeamDraft draft, int version, Me me, Instant now) {
        me.must(Permission.PEOPLE_EDIT);
        var checked = draft.checked();
        db.transact(() -> {
            var before = must(team);
            if (!Objects.equals(before.leadId(), checked.leadId())) people.mustBeHere(checked.leadId(), LEAD);
            if (Taken.refused(() -> sql.update(team, checked, version)) == 0) throw Refused.stale("people.stale");
            var facts = Configured.of("people.team", before.code(), TeamDraft.of(before), checked);
            note(team, version + 1, me, now, facts);
        });
    }

    /** Exactly these are the members from now on; the shifts of who left are gaps. */
    public void staff(long team, Set<Long> persons, Me me, Instant now) {
        me.must(Permission.PEOPLE_EDIT);
        var known = must(team);
        db.transact(() -> {
            var before = sql.staff(team);
            Taken.refused(() -> {
                sql.staff(team, persons);
                return persons;
            });
            var facts = Configured.of("people.staff", known.code(), Staff.of(before), Staff.of(persons));
            note(team, known.version(), me, now, facts);
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

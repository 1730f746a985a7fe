package dev.qiao.people.skill;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Skills, and who has them: administrators name them, a team's lead says who can do what. */
@Component
public class Skills {
    /** How the journal calls a skill. */
    public static final String KIND = "people.skill";

    private static final String ABILITY = "people.ability";
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_CAPACITY = 1000;

    /**
     * A skill as the audit shows it.
     *
     * @param holders how well whom knew it when it went
     */
    record Said(long id, String code, String name, @Nullable Map<Long, Integer> holders) {
        static Said of(Skill skill, @Nullable Map<Long, Integer> holders) {
            return new Said(skill.id(), skill.code(), skill.name(), holders);
        }
    }

    private final Db db;
    private final SkillSql sql;
    private final Teams teams;
    private final Journal journal;

    Skills(Db db, SkillSql sql, Teams teams, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.teams = teams;
        this.journal = journal;
    }

    /** In the order of codes. */
    public List<Skill> all() {
        return sql.all();
    }

    /** The skill with this number. */
    public Optional<Skill> find(long id) {
        return all().stream().filter(skill -> skill.id() == id).findFirst();
    }

    /** What each of these can do; nobody is missing. */
    public Map<Long, Ability> of(Collection<Long> persons) {
        return sql.of(persons).stream().collect(toMap(Ability::person, ability -> ability));
    }

    /** Errors: a code that is taken or malformed, a name that is too long, too many. */
    public Skill add(String code, String name, Me me, Instant now) {
        me.must(Permission.PEOPLE_EDIT);
        if (!code.matches("[a-z0-9][a-z0-9-]{0,39}")) throw Refused.invalid("code", "people.skill_code");
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME)
            throw Refused.invalid("name", "people.name_length", LONGEST_NAME);
        return db.transact(() -> {
            if (all().size() >= MOST) throw Refused.conflict("people.skills_many", MOST);
            var skill = sql.insert(code, called).orElseThrow(() -> Refused.invalid("code", "people.code_taken"));
            tell(KIND, skill.id(), code, null, Said.of(skill, null), me, now);
            return skill;
        });
    }

    /** Makes it again, for those who had it. Errors: a code that was taken since. */
    void restore(Said was, Me me, Instant now) {
        me.must(Permission.PEOPLE_EDIT);
        db.transact(() -> {
            if (!sql.insert(was.id(), was.code(), was.name())) throw Refused.invalid("code", "people.code_taken");
            sql.hold(was.id(), Objects.requireNonNullElse(was.holders(), Map.of()));
            tell(KIND, was.id(), was.code(), null, was, me, now);
        });
    }

    /** Nobody has it any more. Errors: conflict while something wants it. */
    public void remove(long id, Me me, Instant now) {
        me.must(Permission.PEOPLE_EDIT);
        db.transact(() -> {
            var skill = find(id).orElseThrow(() -> Refused.notFound("people.no_skill"));
            var before = Said.of(skill, sql.holders(id));
            try {
                sql.delete(id);
            } catch (DataIntegrityViolationException _) {
                throw Refused.conflict("people.skill_wanted", skill.name());
            }
            tell(KIND, id, skill.code(), before, null, me, now);
        });
    }

    /** What a member can do from now on; the lead of the team says so, too. */
    public void change(long team, Ability ability, Me me, Instant now) {
        var known = teams.find(team).orElseThrow(() -> Refused.notFound("people.no_team"));
        if (!writes(known, me)) me.must(Permission.PEOPLE_EDIT);
        if (!teams.members(team).contains(ability.person())) throw Refused.invalid("person", "people.roster_stranger");
        check(ability);
        db.transact(() -> {
            var before = Objects.requireNonNull(of(List.of(ability.person())).get(ability.person()));
            if (before.equals(ability)) return;
            sql.replace(ability);
            tell(ABILITY, ability.person(), String.valueOf(ability.person()), before, ability, me, now);
        });
    }

    /** Whether this person says who can do what in this team. */
    public boolean writes(Team team, Me me) {
        return Objects.equals(team.leadId(), me.id()) || me.may(Permission.PEOPLE_EDIT);
    }

    private void check(Ability ability) {
        var known = new HashSet<Long>();
        all().forEach(skill -> known.add(skill.id()));
        var levels = new HashMap<>(ability.levels());
        if (!known.containsAll(levels.keySet())) throw Refused.invalid("levels", "people.no_skill");
        if (levels.values().stream().anyMatch(level -> level < 1 || level > Skill.HIGHEST))
            throw Refused.invalid("levels", "people.skill_level", Skill.HIGHEST);
        var capacity = ability.capacity();
        if (capacity != null && (capacity < 1 || capacity > MOST_CAPACITY))
            throw Refused.invalid("capacity", "people.capacity_range", MOST_CAPACITY);
    }

    private void tell(
            String what, long id, String code, @Nullable Record before, @Nullable Record after, Me me, Instant now) {
        var facts = Configured.of(what, code, before, after);
        journal.write(new Entry(now, me.origin(), what, id, 0, me.id(), Audience.ADMIN, facts));
    }
}

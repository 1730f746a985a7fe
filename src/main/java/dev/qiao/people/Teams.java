package dev.qiao.people;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.qiao.people.TeamSql.TeamDuty;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Teams, who belongs to them, and who is on duty when. */
@Component
public class Teams {
    private final TeamSql sql;

    Teams(TeamSql sql) {
        this.sql = sql;
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

    /** Active persons of the team, by name. */
    public List<Long> members(long team) {
        return sql.members(team);
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
        var known = of(teams);
        return sql.duties(known.keySet()).stream()
                .filter(d -> d.duty().holds(moment, known.get(d.team()).zone()))
                .distinct()
                .collect(groupingBy(TeamDuty::team, mapping(d -> d.duty().person(), toList())))
                .entrySet()
                .stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        e -> e.getValue().stream().distinct().sorted().toList()));
    }
}

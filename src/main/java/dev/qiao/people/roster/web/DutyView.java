package dev.qiao.people.roster.web;

import dev.qiao.people.Team;
import dev.qiao.people.roster.Shift;
import dev.qiao.people.roster.Swap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know of duty: their own shifts, what waits for their answer, and who is there now.
 *
 * @param mine shifts of the next fourteen days
 * @param gaps of the teams that the reader belongs to or leads
 */
public record DutyView(
        List<Own> mine,
        List<Swap> asked,
        List<Own> gaps,
        List<Team> teams,
        Map<Long, List<Long>> duty,
        Map<Long, String> names,
        boolean feed) {
    /** A shift and its team. */
    public record Own(Team team, Shift shift, String layer) {}

    public String name(@Nullable Long person) {
        return person == null ? "" : Objects.requireNonNullElse(names.get(person), "");
    }

    public String code(long team) {
        return teams.stream()
                .filter(t -> t.id() == team)
                .map(Team::code)
                .findFirst()
                .orElse("");
    }
}

package dev.qiao.signal.wall;

import dev.qiao.people.Team;
import dev.qiao.signal.map.Health;
import dev.qiao.ticket.Ticket;
import java.time.Instant;
import java.util.List;

/**
 * What the wall display shows.
 *
 * @param at of when it is
 * @param trouble services with which something is wrong, the worst and the longest first; {@code moreTrouble} find no room
 * @param due tickets whose promise is broken or falls due within the hour; {@code moreDue} find no room
 * @param broken how many of those are broken
 * @param incidents how many of today, and how many of them are restored
 */
public record Wall(
        Instant at,
        int services,
        int wrong,
        List<Health> trouble,
        int moreTrouble,
        List<Health> calm,
        int moreCalm,
        List<Ticket> due,
        int moreDue,
        int broken,
        List<TeamLoad> teams,
        int moreTeams,
        int open,
        int incidents,
        int restored,
        Day day) {

    /**
     * What a team has in hand.
     *
     * @param waiting how many nobody has accepted
     * @param overdue how many promises are broken
     * @param duty the names of who is on duty
     * @param part of the largest load, in percent
     */
    public record TeamLoad(Team team, int open, int waiting, int overdue, List<String> duty, int part) {}
}

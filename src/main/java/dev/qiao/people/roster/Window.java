package dev.qiao.people.roster;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Hours of each week.
 *
 * @param starts minute of the day, 0 to 1439
 * @param ends minute of the day, 1 to 1440; not after the start: on the next day
 */
public record Window(DayOfWeek day, int starts, int ends) {
    static final int DAY = 1440;

    boolean sound() {
        return starts >= 0 && starts < DAY && ends > 0 && ends <= DAY && starts != ends;
    }

    boolean holds(LocalDateTime wall) {
        return holds(wall, wall.toLocalDate()) || holds(wall, wall.toLocalDate().minusDays(1));
    }

    private boolean holds(LocalDateTime wall, LocalDate first) {
        return first.getDayOfWeek() == day && !wall.isBefore(begin(first)) && wall.isBefore(end(first));
    }

    LocalDateTime begin(LocalDate first) {
        return first.atStartOfDay().plusMinutes(starts);
    }

    LocalDateTime end(LocalDate first) {
        return first.atStartOfDay().plusMinutes(ends <= starts ? ends + DAY : ends);
    }

    /** Whether any of them holds; of none at all: always. */
    static boolean open(List<Window> windows, LocalDateTime wall) {
        return windows.isEmpty() || windows.stream().anyMatch(window -> window.holds(wall));
    }
}

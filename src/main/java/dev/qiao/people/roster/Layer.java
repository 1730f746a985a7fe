package dev.qiao.people.roster;

import dev.qiao.base.Coded;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * People who take turns. Where layers of several levels are in force, only those of the highest count; layers of one level stand
 * beside each other.
 *
 * @param starts when the first turn begins, on the team's wall clock; each hand-over is so many lengths later
 * @param ends when it is over; null: never
 * @param every how many units a turn lasts
 * @param turns who stands together, in their order
 * @param windows the hours to which it is restricted; empty: at all hours
 */
public record Layer(
        long id,
        String name,
        int level,
        LocalDateTime starts,
        @Nullable LocalDateTime ends,
        int every,
        Unit unit,
        List<Set<Long>> turns,
        List<Window> windows,
        int version) {

    /** In what a turn is measured, on the wall clock. */
    public enum Unit implements Coded {
        HOUR(60),
        DAY(Window.DAY),
        WEEK(7 * Window.DAY);

        private final int minutes;

        Unit(int minutes) {
            this.minutes = minutes;
        }
    }

    public Layer {
        turns = List.copyOf(turns);
        windows = List.copyOf(windows);
    }

    boolean inForce(LocalDateTime wall) {
        return !turns.isEmpty()
                && !wall.isBefore(starts)
                && (ends == null || wall.isBefore(ends))
                && Window.open(windows, wall);
    }

    /** Whose turn it is. */
    Set<Long> turn(LocalDateTime wall) {
        long passed = Math.floorDiv(ChronoUnit.MINUTES.between(starts, wall), length());
        return turns.get(Math.floorMod(passed, turns.size()));
    }

    /** Every wall-clock time in between at which something may change. */
    void edges(LocalDateTime from, LocalDateTime to, Consumer<LocalDateTime> edge) {
        edge.accept(starts);
        if (ends != null) edge.accept(ends);
        if (turns.size() > 1) {
            long skipped = Math.max(0, Math.floorDiv(ChronoUnit.MINUTES.between(starts, from), length()));
            for (var at = starts.plusMinutes(skipped * length()); !at.isAfter(to); at = at.plusMinutes(length())) {
                edge.accept(at);
            }
        }
        edges(windows, from, to, edge);
    }

    static void edges(List<Window> windows, LocalDateTime from, LocalDateTime to, Consumer<LocalDateTime> edge) {
        for (var day = from.toLocalDate().minusDays(1); !day.isAfter(to.toLocalDate()); day = day.plusDays(1)) {
            for (var window : windows) {
                if (window.day() != day.getDayOfWeek()) continue;
                edge.accept(window.begin(day));
                edge.accept(window.end(day));
            }
        }
    }

    private long length() {
        return (long) every * unit.minutes;
    }
}

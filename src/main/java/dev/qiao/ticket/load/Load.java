package dev.qiao.ticket.load;

import dev.qiao.base.Coded;
import dev.qiao.ticket.Weight.Priority;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Open work that somebody sees, as counts.
 *
 * @param parts how many there are of each sort
 * @param more whether there are more than are counted
 */
public record Load(List<Part> parts, boolean more) {
    /** Where the nearest running promise stands. */
    public enum Due implements Coded {
        OVERDUE,
        /** Within the hour. */
        NEAR,
        LATER
    }

    /**
     * Tickets that are alike.
     *
     * @param person who has them; null: nobody
     * @param incident whether something is broken
     * @param waiting whether nobody has accepted them
     * @param due how near the nearest of their promises is
     */
    public record Part(
            @Nullable Long team,
            @Nullable Long person,
            @Nullable Long service,
            boolean incident,
            Priority priority,
            boolean waiting,
            Due due,
            int tickets) {}

    /** Sums by team, by what is asked. */
    public Map<Long, Integer> byTeam(Predicate<Part> which) {
        return sums(which, Part::team);
    }

    /** Sums by who has them. */
    public Map<Long, Integer> byPerson(Predicate<Part> which) {
        return sums(which, Part::person);
    }

    /** Sums by service. */
    public Map<Long, Integer> byService(Predicate<Part> which) {
        return sums(which, Part::service);
    }

    public int sum(Predicate<Part> which) {
        return parts.stream().filter(which).mapToInt(Part::tickets).sum();
    }

    private Map<Long, Integer> sums(Predicate<Part> which, Function<Part, @Nullable Long> by) {
        return parts.stream()
                .filter(which)
                .filter(part -> by.apply(part) != null)
                .collect(Collectors.groupingBy(
                        part -> Objects.requireNonNull(by.apply(part)), Collectors.summingInt(Part::tickets)));
    }
}

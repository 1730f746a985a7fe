package dev.qiao.signal.web;

import dev.qiao.signal.Incident;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What all incidents of a ticket have together.
 *
 * @param restoredAt when the last of it was over; null while something is wrong, or may be again at any moment
 */
public record AlertSum(int alerts, int open, @Nullable Instant restoredAt) {
    static AlertSum of(List<Incident> incidents) {
        var over = incidents.stream().map(Incident::restoredAt).toList();
        return new AlertSum(
                incidents.stream().mapToInt(Incident::alerts).sum(),
                incidents.stream().mapToInt(Incident::open).sum(),
                over.contains(null)
                        ? null
                        : over.stream()
                                .map(Objects::requireNonNull)
                                .max(Instant::compareTo)
                                .orElse(null));
    }
}

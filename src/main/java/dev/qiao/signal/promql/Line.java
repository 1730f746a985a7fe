package dev.qiao.signal.promql;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One series of an answer.
 *
 * @param key the same for the same labels
 * @param service that its label of this name says; null: none, or none that is known
 * @param points in the order of time; what is no number is missing
 */
public record Line(
        String key, Map<String, String> labels, @Nullable Long service, List<Point> points) {
    public record Point(Instant at, double value) {}
}

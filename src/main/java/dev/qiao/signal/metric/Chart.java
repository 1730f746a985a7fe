package dev.qiao.signal.metric;

import dev.qiao.signal.deploy.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure over time with what belongs on its picture.
 *
 * @param code of a {@link Vital}, or the name of a metric
 * @param all how many courses there are; more than are here, where there are too many
 * @param bands when something was wrong with the services of these courses, of what the reader sees
 * @param marks what was changed or deployed of these services, the newest first
 */
public record Chart(
        String code,
        Instant from,
        Instant until,
        Duration step,
        List<Course> courses,
        int all,
        List<Band> bands,
        List<Deployment> marks,
        List<Thresholds.Line> thresholds) {

    /**
     * An incident.
     *
     * @param until null: it goes on
     */
    public record Band(long ticket, Instant from, @Nullable Instant until) {}
}

package dev.qiao.sla.ladder;

import dev.qiao.base.Coded;
import dev.qiao.sla.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One level of a ladder: at this moment of this promise, these are told.
 *
 * @param person who, where it is a named person
 */
public record Rung(
        Metric metric, Mark mark, Whom whom, @Nullable Long person) {
    /** Who is told. */
    public enum Whom implements Coded {
        ASSIGNEE,
        ON_DUTY,
        LEAD,
        MANAGER,
        PERSON
    }

    /** What an agreement begins with: half, three quarters, the breach, and the service manager a while later. */
    public static final List<Rung> SHIPPED = Arrays.stream(Metric.values())
            .flatMap(metric -> Stream.of(
                    new Rung(metric, Mark.of("p50"), Whom.ASSIGNEE, null),
                    new Rung(metric, Mark.of("p75"), Whom.ASSIGNEE, null),
                    new Rung(metric, Mark.DUE, Whom.ASSIGNEE, null),
                    new Rung(metric, Mark.DUE, Whom.LEAD, null),
                    new Rung(metric, Mark.of("a15"), Whom.MANAGER, null)))
            .toList();
}

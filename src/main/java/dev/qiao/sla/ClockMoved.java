package dev.qiao.sla;

import dev.qiao.journal.Facts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise is due at another time, not because of an act on its subject: its calendar or its agreement changed. Whoever copies due
 * times asks {@link Clocks#nearestDue} again.
 */
public record ClockMoved(
        String metric, @Nullable Instant before, @Nullable Instant after) implements Facts {}

package dev.qiao.sla;

import dev.qiao.journal.Facts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** So much of a budget is spent. */
public record ClockWarned(
        String metric, int percent, @Nullable Instant dueAt, String priority, String agreement) implements Facts {}

package dev.qiao.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Impact and urgency, and the priority that follows from them.
 *
 * @param reason why the priority was set by hand; null when it follows from the matrix
 */
public record Weight(
        Level impact,
        Level urgency,
        Priority priority,
        @Nullable String reason) {}

package dev.qiao.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A piece of a clock's life, and why it counts or not.
 *
 * @param work the working time in it that counts
 * @param reasonKey a message with {@code arguments}
 */
public record Span(
        Instant from, Instant to, boolean counted, Duration work, String reasonKey, List<String> arguments) {}

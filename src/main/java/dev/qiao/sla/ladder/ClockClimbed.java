package dev.qiao.sla.ladder;

import dev.qiao.journal.Facts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise has come to a level of its agreement's ladder.
 *
 * @param mark such as {@code p75}, {@code b30}, {@code a15}
 * @param percent of the budget that is spent; 100 from the breach on
 */
public record ClockClimbed(
        String metric, String mark, int percent, @Nullable Instant dueAt, String agreement) implements Facts {}

package dev.qiao.signal.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong now by a rule.
 *
 * @param course which figures, by their key
 * @param bound beyond which they are, will be, or what they usually are
 * @param comesAt when they will be there; null where that is not foretold
 */
public record Standing(
        String course,
        Instant since,
        double value,
        double bound,
        @Nullable Instant comesAt) {}

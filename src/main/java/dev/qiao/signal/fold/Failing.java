package dev.qiao.signal.fold;

import dev.qiao.signal.Severity;
import org.jspecify.annotations.Nullable;

/**
 * An alert by which a service is failing.
 *
 * @param incident null: not yet in one, or it is silenced
 */
public record Failing(
        long alert,
        long service,
        Severity severity,
        @Nullable Long incident) {}

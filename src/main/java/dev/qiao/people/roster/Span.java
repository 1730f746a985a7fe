package dev.qiao.people.roster;

import dev.qiao.base.Refused;
import java.time.Duration;
import java.time.Instant;

/** From one moment to another. */
public record Span(Instant from, Instant to) {
    boolean meets(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** Errors: it is empty, over, or too long. */
    Span checked(Duration longest, Instant now) {
        if (!from.isBefore(to)) throw Refused.invalid("to", "people.ends_before");
        if (!to.isAfter(now)) throw Refused.invalid("to", "people.is_over");
        if (Duration.between(from, to).compareTo(longest) > 0)
            throw Refused.invalid("to", "people.too_long_span", longest.toDays());
        return this;
    }
}

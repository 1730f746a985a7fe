package dev.qiao.calendar;

import java.time.Duration;
import java.time.Instant;

/** A piece of time that counts as work, or does not and why. */
public record Piece(Instant from, Instant to, boolean counted, String reasonKey) {
    public Duration length() {
        return Duration.between(from, to);
    }
}

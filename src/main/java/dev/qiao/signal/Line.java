package dev.qiao.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a log.
 *
 * @param at when it was written, as far as that can be believed
 * @param level how grave it is, in the writer's word; empty: it does not say
 * @param origin who wrote it: a service, a host, a program; empty: it does not say
 * @param raw whether a header may still stand before what it says
 */
public record Line(Instant at, String level, String origin, String text, boolean raw) implements Saying {
    /** As many characters of a line are kept. */
    private static final int LONGEST = 4_000;

    private static final int LONGEST_LEVEL = 20;
    private static final int LONGEST_ORIGIN = 200;
    /** What is said to be older came late, and counts as of when it came: counts of the past do not change under who judges them. */
    private static final Duration LATE = Duration.ofHours(1);

    public Line {
        level = Payload.cut(Payload.clean(level), LONGEST_LEVEL).strip().toLowerCase(Locale.ROOT);
        origin = Payload.cut(Payload.clean(origin), LONGEST_ORIGIN).strip();
        text = Payload.cut(Payload.clean(text), LONGEST).stripTrailing();
    }

    /** When a line was written that says so, and came at this moment. */
    public static Instant believed(@Nullable Instant told, Instant received) {
        return told == null || told.isAfter(received) || told.isBefore(received.minus(LATE)) ? received : told;
    }

    /** Whether it says anything. */
    public boolean says() {
        return !text.isBlank();
    }
}

package dev.qiao.dispatch;

import dev.qiao.base.Refused;
import dev.qiao.ticket.Weight.Priority;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all dispatching.
 *
 * @param defaultTeam who gets what neither a rule nor a service sends anywhere
 * @param urgent how long one person is given to accept before the next is asked
 */
public record Policy(@Nullable Long defaultTeam, Duration urgent, Duration important, Duration normal, int version) {
    private static final long LONGEST_MINUTES = 7 * 24 * 60;

    /** How long somebody has to accept such a ticket before the next is asked. */
    public Duration toAccept(Priority priority) {
        return switch (priority) {
            case URGENT -> urgent;
            case IMPORTANT -> important;
            case NORMAL -> normal;
        };
    }

    /** Errors: a time that is not between a minute and a week. */
    Policy checked() {
        check("urgent", urgent);
        check("important", important);
        check("normal", normal);
        return this;
    }

    private static void check(String field, Duration time) {
        if (time.toMinutes() < 1 || time.toMinutes() > LONGEST_MINUTES) {
            throw Refused.invalid(field, "dispatch.minutes_range", LONGEST_MINUTES);
        }
    }
}

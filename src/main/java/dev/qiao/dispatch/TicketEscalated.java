package dev.qiao.dispatch;

import dev.qiao.base.Coded;
import dev.qiao.journal.Facts;

/**
 * Somebody further up is told that a promise is in danger, broken, or taken by nobody.
 *
 * @param metric {@code response}, {@code resolution}, or {@code acceptance} when nobody accepted in time
 * @param percent of its time that is spent
 */
public record TicketEscalated(Level level, long person, String metric, int percent) implements Facts {
    /** As what they are told. */
    public enum Level implements Coded {
        ASSIGNEE,
        ON_DUTY,
        LEAD,
        MANAGER,
        PERSON
    }
}

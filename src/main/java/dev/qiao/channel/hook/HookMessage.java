package dev.qiao.channel.hook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message to a webhook.
 *
 * @param entry of the journal that it tells of; negative: a try
 * @param subject the ticket's number; 0: of a try
 * @param nextAt when it is sent next; null: it was sent, or given up
 * @param deadAt when it was given up
 * @param problem message key of what went wrong last
 * @param answer the status with which it was answered
 */
public record HookMessage(
        long id,
        long hook,
        long entry,
        String event,
        long subject,
        String body,
        Instant createdAt,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable Instant sentAt,
        @Nullable Instant deadAt,
        @Nullable String problem,
        @Nullable Integer answer) {
    /** The same however often it is sent. */
    public String key() {
        return "msg_" + hook + "_" + (entry < 0 ? "try" + -entry : entry);
    }
}

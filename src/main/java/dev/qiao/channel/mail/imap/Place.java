package dev.qiao.channel.mail.imap;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a box was fetched.
 *
 * @param validity of the numbers in that box; null before the first time
 * @param lastUid the highest number that was fetched
 * @param begunAt what came before is none of ours
 * @param lookedAt when it was last looked into
 * @param problem message key of what went wrong last; null: nothing
 */
public record Place(
        @Nullable Long validity,
        long lastUid,
        Instant begunAt,
        @Nullable Instant lookedAt,
        @Nullable String problem,
        String detail) {}

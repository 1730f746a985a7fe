package dev.qiao.signal;

import dev.qiao.base.Refused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, without the message.
 *
 * @param problem why it could not be read; null where it could, or was not tried
 * @param bytes of its body
 */
public record Kept(
        long id,
        long source,
        Instant receivedAt,
        String act,
        Message.State state,
        Refused.@Nullable Problem problem,
        int bytes) {}

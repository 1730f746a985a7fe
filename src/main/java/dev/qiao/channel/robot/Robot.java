package dev.qiao.channel.robot;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A robot in a group of a chat.
 *
 * @param maker it speaks of what this person may see
 * @param restsUntil it says nothing until then
 * @param failures how often in a row it was not taken
 * @param tokens so many messages it might say at {@code tokensAt}
 */
public record Robot(
        long id,
        int version,
        RobotDraft draft,
        long maker,
        @Nullable Instant restsUntil,
        int failures,
        double tokens,
        @Nullable Instant tokensAt) {
    /** So many at once; the rest comes back over the minute. */
    private static final int BURST = 5;

    /** So many messages it may say now. */
    double tokensNow(Instant now) {
        if (tokensAt == null) return BURST;
        double minutes = Math.max(0, Duration.between(tokensAt, now).toMillis()) / 60_000.0;
        return Math.min(BURST, tokens + minutes * (draft.kind().perMinute - BURST));
    }

    boolean rests(Instant now) {
        return restsUntil != null && restsUntil.isAfter(now);
    }
}

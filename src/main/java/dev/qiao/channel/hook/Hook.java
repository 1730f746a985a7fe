package dev.qiao.channel.hook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook.
 *
 * @param maker it is told what this person may see
 * @param goneAt when it answered that it is gone for good, and was switched off
 * @param restsUntil it did not answer well, and is left alone until then
 * @param failures how often in a row it did not answer well
 */
public record Hook(
        long id,
        int version,
        HookDraft draft,
        long maker,
        @Nullable Instant goneAt,
        @Nullable Instant restsUntil,
        int failures) {
    /** Whether it is told what happens. */
    boolean listens() {
        return draft.active() && goneAt == null;
    }
}

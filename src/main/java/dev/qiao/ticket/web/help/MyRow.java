package dev.qiao.ticket.web.help;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a line among one's own.
 *
 * @param stage code, for its mark
 * @param word the stage as its requester calls it
 * @param due when it was promised, which the words of the vow say as of today
 */
public record MyRow(
        long number,
        int version,
        String title,
        String stage,
        String word,
        Vow vow,
        @Nullable Instant due,
        Instant openedAt) {}

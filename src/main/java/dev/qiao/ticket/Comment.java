package dev.qiao.ticket;

import dev.qiao.journal.Audience;
import java.time.Instant;
import java.util.List;

/**
 * A word on a ticket.
 *
 * @param author 0 is Qiao itself
 * @param audience public, or internal: for those who work here
 * @param text Markdown
 */
public record Comment(
        long id, long number, Instant at, long author, Audience audience, String text, List<Long> mentions) {}

package dev.qiao.ticket.web.help;

import java.time.Instant;

/**
 * A ticket as a line among one's own.
 *
 * @param stage code, for its mark
 * @param word the stage as its requester calls it
 */
public record MyRow(long number, int version, String title, String stage, String word, Vow vow, Instant openedAt) {}

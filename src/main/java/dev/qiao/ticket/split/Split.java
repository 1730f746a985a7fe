package dev.qiao.ticket.split;

import java.time.Instant;
import java.util.List;

/**
 * A ticket that began with words of another one.
 *
 * @param number where the words were said
 * @param into what they became
 */
public record Split(long into, long number, List<Long> comments, Instant at, long by) {}

package dev.qiao.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter on its way. Neither the link nor the address is kept: both are looked up when it is sent.
 *
 * @param subject what it carries: an invitation, or the ticket that it tells of
 * @param nextAt when it is tried next; null when it is sent or given up
 * @param deadAt when it was given up
 * @param problem message key of what went wrong last
 * @param answer the code with which the mail server refused
 */
public record Delivery(
        long id,
        long entry,
        Occasion letter,
        long person,
        long subject,
        Instant createdAt,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable Instant sentAt,
        @Nullable Instant deadAt,
        @Nullable String problem,
        @Nullable Integer answer) {}

package dev.qiao.ticket;

import dev.qiao.journal.Audience;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on a ticket.
 *
 * @param bytes its length
 * @param comment with which it came; null when it came alone
 */
public record Attachment(
        UUID id,
        long number,
        @Nullable Long comment,
        Audience audience,
        String name,
        String type,
        long bytes,
        String sha256,
        Instant at,
        long by) {}

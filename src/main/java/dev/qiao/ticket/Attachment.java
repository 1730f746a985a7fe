package dev.qiao.ticket;

import dev.qiao.journal.Audience;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on a ticket.
 *
 * @param number null while it waits for the words it belongs to; nobody but its owner sees it then
 * @param bytes its length
 * @param comment with which it came; null when it came alone
 */
public record Attachment(
        UUID id,
        @Nullable Long number,
        @Nullable Long comment,
        Audience audience,
        String name,
        String type,
        long bytes,
        String sha256,
        Instant at,
        long by) {}

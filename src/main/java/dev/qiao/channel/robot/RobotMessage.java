package dev.qiao.channel.robot;

import dev.qiao.ticket.Weight.Priority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a robot says, alone or with others.
 *
 * @param entry of the journal that it tells of; negative: a try
 * @param subject the ticket's number; 0: of a try
 * @param nextAt when it is said next; null: it was said, or given up
 * @param problem message key of what went wrong last
 * @param answer the vendor's code
 */
public record RobotMessage(
        long id,
        long robot,
        long entry,
        String event,
        long subject,
        String title,
        Priority priority,
        Instant createdAt,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable Instant sentAt,
        @Nullable Instant deadAt,
        @Nullable String problem,
        @Nullable String answer) {}

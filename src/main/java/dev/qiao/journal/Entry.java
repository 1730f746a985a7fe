package dev.qiao.journal;

import dev.qiao.base.Origin;
import java.time.Instant;

/**
 * One act, to be written in the transaction that does it.
 *
 * @param at when it happened, which may be long before it is recorded
 * @param kind of the subject: {@code ticket}
 * @param version of the subject after the act
 * @param actor a person's number; 0 is Qiao itself
 */
public record Entry(
        Instant at,
        Origin origin,
        String kind,
        long subject,
        int version,
        long actor,
        Audience audience,
        Facts facts) {}

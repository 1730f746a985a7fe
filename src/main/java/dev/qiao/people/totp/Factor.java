package dev.qiao.people.totp;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's second factor as it is stored.
 *
 * @param secret sealed by a key outside of the database
 * @param setUpAt null until its first code was shown
 * @param tries that failed since the last good one
 * @param recovery hashes of the codes on paper that are left
 */
@SuppressWarnings("ArrayRecordComponent")
record Factor(
        long person,
        byte[] secret,
        @Nullable Instant setUpAt,
        int tries,
        @Nullable Instant triedAt,
        List<String> recovery) {}

package dev.qiao.journal;

import dev.qiao.base.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A link of the audit chain.
 *
 * @param from where the link before it ended
 * @param to the last entry under this seal
 * @param since when the oldest entry under it was recorded
 */
@SuppressWarnings("ArrayRecordComponent")
record Seal(long number, Cursor from, Cursor to, int entries, Instant since, byte[] previous, byte[] hash) {
    private static final String BETWEEN = "\u001f";

    static Seal read(Row row) {
        return new Seal(
                row.number("number"),
                new Cursor(row.text("from_xid"), row.number("from_id")),
                new Cursor(row.text("xid"), row.number("id")),
                row.integer("entries"),
                row.instant("since"),
                row.bytes("previous"),
                row.bytes("hash"));
    }

    static Seal first() {
        return new Seal(0, new Cursor("0", 0), new Cursor("0", 0), 0, Instant.EPOCH, new byte[0], new byte[32]);
    }

    Seal next(List<Recorded> batch) {
        var since =
                batch.stream().map(Recorded::recordedAt).min(Instant::compareTo).orElseThrow();
        return new Seal(number + 1, to, Cursor.at(batch.getLast()), batch.size(), since, hash, over(hash, batch));
    }

    boolean holds(Collection<Recorded> found) {
        return found.size() == entries && MessageDigest.isEqual(hash, over(previous, found));
    }

    private static byte[] over(byte[] previous, Collection<Recorded> entries) {
        var digest = sha256();
        digest.update(previous);
        for (var entry : entries) digest.update(canonical(entry));
        return digest.digest();
    }

    /** Everything but the number of the transaction, which changes when a database is copied. */
    private static byte[] canonical(Recorded entry) {
        return String.join(
                        BETWEEN,
                        Long.toString(entry.id()),
                        entry.at().toString(),
                        entry.recordedAt().toString(),
                        entry.origin().code(),
                        entry.kind(),
                        Long.toString(entry.subject()),
                        Integer.toString(entry.version()),
                        entry.act(),
                        Long.toString(entry.actor()),
                        entry.audience().code(),
                        entry.facts().text(),
                        "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

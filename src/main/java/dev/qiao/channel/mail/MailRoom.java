package dev.qiao.channel.mail;

import dev.qiao.base.Db;
import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import dev.qiao.base.Remembered;
import dev.qiao.base.Workers;
import dev.qiao.channel.mail.read.Address;
import dev.qiao.channel.mail.read.Parsed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps mails as they came. What {@link #take} returned for is durable, and its sender may forget it. */
@Component
public class MailRoom {
    /**
     * A mail on its way in.
     *
     * @param envelope who sent it, as the mail server was told; empty: nobody wants an answer; null: not known
     * @param recipients to whom, as the mail server was told
     * @param uid under which number it lies in its box; null: in none
     */
    public record Arrival(
            long mailbox,
            byte[] raw,
            Mail.Way way,
            @Nullable String envelope,
            List<String> recipients,
            @Nullable Uid uid) {}

    /** The number of a mail in a box of IMAP. It means nothing under another validity. */
    public record Uid(long validity, long uid) {}

    /** So many may wait to be read; whoever brings more is told to come back. */
    private static final int MOST_WAITING = 20_000;

    private final Db db;
    private final MailSql sql;
    private final Workers workers;
    private final Remembered<Integer> waiting;

    MailRoom(Db db, MailSql sql, Workers workers) {
        this.db = db;
        this.sql = sql;
        this.workers = workers;
        this.waiting = new Remembered<>(() -> sql.waiting(MOST_WAITING));
    }

    /** Once, however often the same bytes come. Returns its number. Errors: unavailable when more wait than can be read. */
    public long take(Arrival arrival, Instant now) {
        if (waiting.get() >= MOST_WAITING) throw Refused.unavailable("channel.mail_too_many_wait");
        var sha256 = sha256(arrival.raw());
        var packed = packed(arrival.raw());
        return db.transact(() -> {
            var added = sql.insert(arrival, sha256, now);
            added.ifPresent(id -> sql.keep(id, packed));
            long id = added.orElseGet(() -> sql.idOf(sha256));
            if (arrival.uid() != null) sql.seen(arrival.mailbox(), arrival.uid(), id);
            workers.wake();
            return id;
        });
    }

    /** Keeps the header of a mail that cannot be kept whole, for somebody to look at; the mail itself lies where it was. */
    public void aside(Arrival header, Problem problem, Instant now) {
        var parsed = Parsed.of(header.raw(), null);
        db.transact(() -> {
            long id = take(header, now);
            if (sql.waits(id))
                sql.settle(
                        id,
                        Settled.quarantined(problem),
                        parsed.from().map(Address::mail).orElse(""),
                        parsed.subject(),
                        parsed.id(),
                        null,
                        now);
        });
    }

    /** The bytes of a mail; empty once they are forgotten. */
    Optional<byte[]> raw(long id) {
        return sql.packed(id).map(MailRoom::unpacked);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] packed(byte[] raw) {
        try (var out = new ByteArrayOutputStream(raw.length / 2 + 64)) {
            try (var zip = new GZIPOutputStream(out)) {
                zip.write(raw);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] unpacked(byte[] packed) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

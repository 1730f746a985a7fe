package dev.qiao.channel.mail;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused.Problem;
import dev.qiao.channel.mail.read.Bounce;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came, and what became of it.
 *
 * @param bytes its length
 * @param envelope who sent it, as the mail server was told; null when that is not known
 * @param outcome null while it waits to be read
 * @param number of the ticket that it opened or belongs to
 * @param outside whether it was put down as a word from outside
 * @param leftOut names of files that were too large to be taken out of it
 * @param raw whether its bytes are still kept
 */
public record Mail(
        long id,
        long mailbox,
        long bytes,
        Instant receivedAt,
        Way way,
        @Nullable String envelope,
        List<String> recipients,
        int attempts,
        @Nullable Outcome outcome,
        @Nullable Problem reason,
        @Nullable Instant settledAt,
        @Nullable Long number,
        boolean outside,
        String sender,
        String subject,
        @Nullable Bounce bounce,
        List<String> leftOut,
        boolean raw) {
    /** The largest that is kept, in bytes. */
    public static final int LARGEST = 50 * 1_048_576;

    /** How it came in. */
    public enum Way implements Coded {
        SMTP,
        IMAP
    }
}

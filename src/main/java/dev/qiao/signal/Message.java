package dev.qiao.signal;

import dev.qiao.base.Coded;
import dev.qiao.signal.source.Sender;
import java.time.Instant;
import java.util.Map;

/**
 * What a sender sent, byte by byte, as it is kept before anybody reads it.
 *
 * @param act which of the sender's addresses it went to, such as {@code enqueue}; empty where there is only one
 * @param headers those that its format asks for, by names in small letters
 */
public record Message(
        long id, long source, Sender kind, Instant receivedAt, String act, Map<String, String> headers, byte[] body) {
    /** The most bytes of a body. */
    public static final int LARGEST = 1_048_576;

    /** What became of it. */
    public enum State implements Coded {
        /** Waits to be read. */
        STORED,
        READ,
        /** Could not be read, and waits for somebody. */
        QUARANTINED,
        /** Somebody decided that it need not be read. */
        DROPPED
    }
}

package dev.qiao.signal.syslog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A stream of syslog cut into messages, each as its first byte says: a digit begins a count of bytes, anything else goes on to the end of
 * the line (RFC 6587). What is longer than is kept is cut. One thread at a time.
 */
final class Frames {
    /** As many bytes of a message are kept. */
    static final int LONGEST = 8_192;

    /** A count that is greater is no count. */
    private static final int GREATEST = 1_048_576;

    private final InputStream in;

    Frames(InputStream in) {
        this.in = in;
    }

    /** The stream is not cut as it should be: where the next message begins, nobody knows. */
    static final class Broken extends IOException {
        Broken() {
            super("no count of bytes");
        }
    }

    /** Empty at the end. */
    Optional<byte[]> next() throws IOException {
        int first = in.read();
        while (ends(first)) first = in.read();
        if (first < 0) return Optional.empty();
        return Optional.of(first >= '1' && first <= '9' ? counted(first - '0') : line(first));
    }

    private byte[] counted(int first) throws IOException {
        int count = first;
        int next = in.read();
        for (; next >= '0' && next <= '9'; next = in.read()) {
            count = count * 10 + next - '0';
            if (count > GREATEST) throw new Broken();
        }
        if (next != ' ') throw new Broken();
        var kept = in.readNBytes(Math.min(count, LONGEST));
        if (count > LONGEST) in.skipNBytes(count - LONGEST);
        return kept;
    }

    private byte[] line(int first) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = first; next >= 0 && !ends(next); next = in.read()) if (line.size() < LONGEST) line.write(next);
        return line.toByteArray();
    }

    private static boolean ends(int next) {
        return next == '\n' || next == '\r' || next == 0;
    }

    /** Several as one stream, counted. */
    static byte[] joined(List<byte[]> messages) {
        var joined = new ByteArrayOutputStream();
        for (var message : messages) {
            joined.writeBytes((message.length + " ").getBytes(StandardCharsets.US_ASCII));
            joined.writeBytes(message);
        }
        return joined.toByteArray();
    }

    /** As much of a message as is kept. */
    static byte[] cut(byte[] message, int length) {
        return Arrays.copyOf(message, Math.min(length, LONGEST));
    }
}

package dev.qiao.signal.log;

import dev.qiao.base.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A body as it was before it was packed for the way. */
final class Unzipped {
    /** The most bytes that come out of one message. */
    private static final int LARGEST = 16 * 1_048_576;

    private Unzipped() {}

    /** Errors: malformed, when it is not what its header says, or too large once unpacked. */
    static byte[] of(Map<String, String> headers, byte[] body) {
        var encoding = headers.getOrDefault("content-encoding", "identity").strip();
        if (encoding.isEmpty() || encoding.equalsIgnoreCase("identity")) return body;
        if (!encoding.equalsIgnoreCase("gzip")) throw Refused.malformed(null, "signal.encoding", encoding);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            var whole = in.readNBytes(LARGEST + 1);
            if (whole.length > LARGEST) throw Refused.malformed(null, "signal.too_large", LARGEST / 1_048_576);
            return whole;
        } catch (IOException _) {
            throw Refused.malformed(null, "signal.not_gzip");
        }
    }
}

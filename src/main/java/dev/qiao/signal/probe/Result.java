package dev.qiao.signal.probe;

import dev.qiao.base.Refused.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was seen at one look.
 *
 * @param millis until it was seen, or until it was clear that it would not be
 * @param reason why it counts as a failure, for people to read; null: it does not
 * @param certificateEnds until when the certificate that was shown is good; null: none was shown
 */
public record Result(
        Instant at,
        int millis,
        @Nullable Problem reason,
        @Nullable Instant certificateEnds) {
    public boolean ok() {
        return reason == null;
    }
}

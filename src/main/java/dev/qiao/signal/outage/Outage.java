package dev.qiao.signal.outage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a service did not work, as its incident says and as somebody corrected that.
 *
 * @param ticket the incident's
 * @param beganAt with the first signal, else as was stated, else when it was reported
 * @param endedAt null while it lasts
 * @param correction null: nobody did
 */
public record Outage(
        long ticket,
        long service,
        Instant beganAt,
        @Nullable Instant endedAt,
        @Nullable Correction correction,
        int version) {

    /**
     * What somebody says instead.
     *
     * @param beganAt null: as the incident says
     * @param endedAt null: as the incident says
     * @param none whether it was no outage at all
     * @param person who said so
     */
    public record Correction(
            @Nullable Instant beganAt, @Nullable Instant endedAt, boolean none, String reason, long person) {}

    /** Whether it counts. */
    public boolean counts() {
        return correction == null || !correction.none();
    }

    public Instant began() {
        return correction == null || correction.beganAt() == null ? beganAt : correction.beganAt();
    }

    public @Nullable Instant ended() {
        return correction == null || correction.endedAt() == null ? endedAt : correction.endedAt();
    }

    /** Up to now where it lasts. */
    public Stretch until(Instant now) {
        var end = ended() == null || ended().isAfter(now) ? now : ended();
        return new Stretch(began(), end.isBefore(began()) ? began() : end);
    }
}

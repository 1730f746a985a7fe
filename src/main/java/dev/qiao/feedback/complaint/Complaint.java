package dev.qiao.feedback.complaint;

import dev.qiao.base.Coded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A formal complaint.
 *
 * @param ticket what it is about; null for the desk as such
 * @param team complained of, and so whose lead is told
 * @param against the person complained of, who neither handles nor sees it
 * @param handler who answers it
 * @param answeredAt of the first answer
 * @param concludedAt of the final written answer
 * @param satisfied what the complainer says of that answer; null as long as they say nothing
 */
public record Complaint(
        long number,
        @Nullable Long ticket,
        long complainer,
        @Nullable Long organization,
        @Nullable Long team,
        @Nullable Long against,
        Cause cause,
        String title,
        String words,
        @Nullable Long handler,
        Instant receivedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant concludedAt,
        @Nullable Result result,
        @Nullable Boolean satisfied,
        int version) {
    /** What went wrong, as it is counted. */
    public enum Cause implements Coded {
        SLOW,
        UNREACHABLE,
        BROKEN_PROMISE,
        NOT_SOLVED,
        ATTITUDE,
        CARELESS,
        OTHER
    }

    /** What the inquiry came to. */
    public enum Result implements Coded {
        JUSTIFIED,
        PARTLY,
        UNJUSTIFIED
    }

    /** Where it stands. */
    public enum State implements Coded {
        RECEIVED,
        IN_HAND,
        CONCLUDED
    }

    public State state() {
        if (concludedAt != null) return State.CONCLUDED;
        return answeredAt == null ? State.RECEIVED : State.IN_HAND;
    }

    public boolean open() {
        return concludedAt == null;
    }
}

package dev.qiao.signal.probe;

import dev.qiao.base.Coded;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How something stands after all that was seen. One look proves nothing: it takes some in a row to be down, and to be up again.
 *
 * @param since when it began to be so
 * @param failingSince the first failure of those that count now; null: none does
 * @param failed failures in a row
 * @param passed successes in a row
 * @param slow whether it works but is slower than it should be
 * @param contrary looks in a row that say otherwise about being slow
 * @param warned the days of the warning about its certificate; 0: none
 */
public record Standing(
        State state,
        @Nullable Instant since,
        @Nullable Instant failingSince,
        int failed,
        int passed,
        boolean slow,
        int contrary,
        @Nullable Instant certificateEnds,
        int warned) {
    /** What is known. */
    public enum State implements Coded {
        UNKNOWN,
        UP,
        DOWN
    }

    public static final Standing NEW = new Standing(State.UNKNOWN, null, null, 0, 0, false, 0, null, 0);

    /** After one more look. */
    public Standing after(Result result, ProbeDraft draft) {
        var next = result.ok() ? passed(result.at(), draft) : failed(result.at(), draft);
        return next.paced(result, draft).certified(result, draft);
    }

    private Standing failed(Instant at, ProbeDraft draft) {
        var first = failingSince == null ? at : failingSince;
        int row = failed + 1;
        boolean falls = state != State.DOWN && row >= draft.failures();
        return new Standing(
                falls ? State.DOWN : state,
                falls ? first : since,
                first,
                row,
                0,
                slow,
                contrary,
                certificateEnds,
                warned);
    }

    private Standing passed(Instant at, ProbeDraft draft) {
        int row = Math.min(passed + 1, Short.MAX_VALUE);
        boolean waits = state == State.DOWN && row < draft.successes();
        if (waits) return new Standing(state, since, failingSince, 0, row, slow, contrary, certificateEnds, warned);
        return new Standing(
                State.UP, state == State.UP ? since : at, null, 0, row, slow, contrary, certificateEnds, warned);
    }

    /** What fails says nothing about how fast it is. */
    private Standing paced(Result result, ProbeDraft draft) {
        if (draft.slow() == null) return slow(false, 0);
        if (!result.ok()) return this;
        if (result.millis() > draft.slow() == slow) return slow(slow, 0);
        boolean turns = contrary + 1 >= (slow ? draft.successes() : draft.failures());
        return turns ? slow(!slow, 0) : slow(slow, contrary + 1);
    }

    private Standing slow(boolean slow, int contrary) {
        return new Standing(state, since, failingSince, failed, passed, slow, contrary, certificateEnds, warned);
    }

    private Standing certified(Result result, ProbeDraft draft) {
        var ends = result.certificateEnds() == null ? certificateEnds : result.certificateEnds();
        int step = 0;
        if (ends != null)
            step = draft.warnDays().stream()
                    .filter(days -> !ends.isAfter(result.at().plus(Duration.ofDays(days))))
                    .min(Integer::compare)
                    .orElse(0);
        return new Standing(state, since, failingSince, failed, passed, slow, contrary, ends, step);
    }
}

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
 * @param certificateEnds until when the certificate that was shown is good; null: none was
 * @param warned the days of the warning about its certificate; 0: none
 * @param degraded whether it works but is much slower than it usually is
 * @param unusual looks in a row that say otherwise about that
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
        int warned,
        boolean degraded,
        int unusual) {
    /** What is known. */
    public enum State implements Coded {
        UNKNOWN,
        UP,
        DOWN
    }

    public static final Standing NEW = new Standing(State.UNKNOWN, null, null, 0, 0, false, 0, null, 0, false, 0);

    /**
     * After one more look.
     *
     * @param usual how long it usually takes; null: that is not known
     */
    public Standing after(Result result, ProbeDraft draft, @Nullable Usual usual) {
        var next = result.ok() ? passed(result.at(), draft) : failed(result.at(), draft);
        return next.paced(result, draft).compared(result, usual).certified(result, draft);
    }

    private Standing failed(Instant at, ProbeDraft draft) {
        var first = failingSince == null ? at : failingSince;
        int row = failed + 1;
        boolean falls = state != State.DOWN && row >= draft.failures();
        return seen(falls ? State.DOWN : state, falls ? first : since, first, row, 0);
    }

    private Standing passed(Instant at, ProbeDraft draft) {
        int row = Math.min(passed + 1, Short.MAX_VALUE);
        boolean waits = state == State.DOWN && row < draft.successes();
        if (waits) return seen(state, since, failingSince, 0, row);
        return seen(State.UP, state == State.UP ? since : at, null, 0, row);
    }

    private Standing seen(State now, @Nullable Instant from, @Nullable Instant failing, int failures, int successes) {
        return new Standing(
                now, from, failing, failures, successes, slow, contrary, certificateEnds, warned, degraded, unusual);
    }

    /** What fails says nothing about how fast it is. */
    private Standing paced(Result result, ProbeDraft draft) {
        if (draft.slow() == null) return pace(false, 0, degraded, unusual);
        if (!result.ok()) return this;
        if (result.millis() > draft.slow() == slow) return pace(slow, 0, degraded, unusual);
        boolean turns = contrary + 1 >= (slow ? draft.successes() : draft.failures());
        return turns ? pace(!slow, 0, degraded, unusual) : pace(slow, contrary + 1, degraded, unusual);
    }

    private Standing compared(Result result, @Nullable Usual usual) {
        if (usual == null) return pace(slow, contrary, false, 0);
        if (!result.ok()) return this;
        boolean otherwise = degraded ? usual.calm(result.millis()) : usual.beyond(result.millis());
        if (!otherwise) return pace(slow, contrary, degraded, 0);
        boolean turns = unusual + 1 >= Usual.IN_A_ROW;
        return turns ? pace(slow, contrary, !degraded, 0) : pace(slow, contrary, degraded, unusual + 1);
    }

    private Standing pace(boolean nowSlow, int otherwise, boolean nowDegraded, int row) {
        return new Standing(
                state,
                since,
                failingSince,
                failed,
                passed,
                nowSlow,
                otherwise,
                certificateEnds,
                warned,
                nowDegraded,
                row);
    }

    private Standing certified(Result result, ProbeDraft draft) {
        var ends = result.certificateEnds() == null ? certificateEnds : result.certificateEnds();
        int step = 0;
        if (ends != null)
            step = draft.warnDays().stream()
                    .filter(days -> !ends.isAfter(result.at().plus(Duration.ofDays(days))))
                    .min(Integer::compare)
                    .orElse(0);
        return new Standing(state, since, failingSince, failed, passed, slow, contrary, ends, step, degraded, unusual);
    }
}

package dev.qiao.signal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.base.Refused.Problem;
import dev.qiao.signal.probe.Standing.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One look proves nothing. */
class StandingTest {
    private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");
    private static final ProbeDraft DRAFT = new ProbeDraft(
            "shop",
            Probe.Kind.HTTP,
            "https://shop.example",
            Expected.ANYTHING,
            null,
            60,
            5_000,
            3,
            2,
            500,
            ProbeDraft.WARN_DAYS,
            false,
            true);

    @Test
    void itIsDownAfterSoManyFailuresInARowSinceTheFirstOfThem() {
        assertThat(after("x.xx.").state()).isEqualTo(State.UP);
        var down = after(".xxx");
        assertThat(down.state()).isEqualTo(State.DOWN);
        assertThat(down.failingSince()).isEqualTo(at(1));
        assertThat(down.since()).isEqualTo(at(1));
    }

    @Test
    void itIsUpAgainAfterSoManySuccessesInARow() {
        assertThat(after(".xxx.x.").state()).isEqualTo(State.DOWN);
        assertThat(after(".xxx.x.").failingSince()).isEqualTo(at(1));
        assertThat(after(".xxx..").state()).isEqualTo(State.UP);
        assertThat(after(".xxx..").failingSince()).isNull();
    }

    @Test
    void itIsDegradedWhileItIsSlowSeveralTimesInARowAndFailuresSayNothingAboutThat() {
        assertThat(after("ss.ss.").slow()).isFalse();
        assertThat(after("sss").slow()).isTrue();
        assertThat(after("ssxs").slow()).isTrue();
        assertThat(after("sss.s.").slow()).isTrue();
        assertThat(after("sss..").slow()).isFalse();
    }

    @Test
    void theWarningOfACertificateGetsTighterAndEndsWithANewOne() {
        var standing = Standing.NEW;
        for (var days : List.of(40, 30, 20, 14, 2, 90)) {
            standing = standing.after(new Result(START, 5, null, START.plus(Duration.ofDays(days))), DRAFT, null);
            int expected = days > 30 ? 0 : days > 14 ? 30 : days > 3 ? 14 : 3;
            assertThat(standing.warned()).as("%s days", days).isEqualTo(expected);
        }
    }

    /** A dot works, x fails, s is slow. */
    private static Standing after(String looks) {
        var standing = Standing.NEW;
        for (int n = 0; n < looks.length(); n++) standing = standing.after(result(looks.charAt(n), at(n)), DRAFT, null);
        return standing;
    }

    private static Result result(char look, Instant at) {
        @Nullable Problem reason = look == 'x' ? new Problem(null, "signal.probe_refused", List.of()) : null;
        return new Result(at, look == 's' ? 900 : 20, reason, null);
    }

    private static Instant at(int n) {
        return START.plusSeconds(60L * n);
    }
}

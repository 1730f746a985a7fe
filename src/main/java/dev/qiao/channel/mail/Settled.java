package dev.qiao.channel.mail;

import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import dev.qiao.channel.mail.read.Bounce;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a mail.
 *
 * @param reason why, where that does not go without saying
 */
record Settled(
        Outcome outcome,
        @Nullable Problem reason,
        @Nullable Long number,
        @Nullable Long comment,
        boolean outside,
        @Nullable Bounce bounce,
        List<String> leftOut) {
    static Settled of(Outcome outcome, @Nullable Long number, String key, Object... arguments) {
        return new Settled(outcome, new Problem(null, key, List.of(arguments)), number, null, false, null, List.of());
    }

    static Settled quarantined(Problem problem) {
        return new Settled(Outcome.QUARANTINED, problem, null, null, false, null, List.of());
    }

    static Settled quarantined(Refused refused) {
        return quarantined(refused.problems().getFirst());
    }
}

package dev.qiao.signal.probe.web;

import dev.qiao.asset.Service;
import dev.qiao.signal.probe.Probe;
import dev.qiao.signal.probe.Standing.State;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A probe as it is read.
 *
 * @param spark how long looks took in the last day, as the points of a line; empty: nothing is known
 * @param day how many looks went well in 24 hours, in percent
 * @param month the same of 30 days
 * @param last how long the last look took, or why it failed; empty: there was none
 */
public record ProbeLine(Probe probe, @Nullable Service service, String spark, String day, String month, String last) {
    /** The shape that says how it stands. */
    public String shape() {
        var standing = probe.standing();
        return switch (standing.state()) {
            case UNKNOWN -> "waiting";
            case DOWN -> "down";
            case UP -> standing.slow() || standing.degraded() || standing.warned() > 0 ? "slow" : "up";
        };
    }

    /** Where its figures are drawn. */
    public String course() {
        var match = URLEncoder.encode("probe=" + probe.draft().name(), StandardCharsets.UTF_8);
        return "/charts?metric=probe_duration_seconds&range=1d&match=" + match;
    }

    /** The key of the word for it. */
    public String word() {
        var standing = probe.standing();
        if (!probe.draft().active()) return "signal.probe_state.off";
        if (standing.state() == State.UP && standing.slow()) return "signal.probe_state.slow";
        if (standing.state() == State.UP && standing.degraded()) return "signal.probe_state.degraded";
        if (standing.state() == State.UP && standing.warned() > 0) return "signal.probe_state.certificate";
        return "signal.probe_state." + standing.state().code();
    }
}

package dev.qiao.feedback.complaint;

import dev.qiao.feedback.complaint.Complaint.Cause;
import dev.qiao.feedback.complaint.Complaint.Result;
import dev.qiao.sla.Clock;
import dev.qiao.sla.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What complaints are about, counted from the very complaints that stand behind each figure. */
public final class Causes {
    private Causes() {}

    /**
     * One cause.
     *
     * @param late how many were not answered as promised
     * @param justified wholly or in part
     * @param judged how many complainers said whether the answer satisfies; {@code satisfied} of them that it does
     */
    public record Line(Cause cause, long received, long open, long late, long justified, long judged, long satisfied) {}

    /** The most frequent first; those that nobody complained of are left out. */
    public static List<Line> of(List<Complaint> complaints, Map<Long, List<Clock>> clocks, Instant now) {
        return Arrays.stream(Cause.values())
                .map(cause -> line(
                        cause,
                        complaints.stream().filter(c -> c.cause() == cause).toList(),
                        clocks,
                        now))
                .filter(line -> line.received() > 0)
                .sorted((a, b) -> Long.compare(b.received(), a.received()))
                .toList();
    }

    /** Whether one of its promises is broken. */
    public static boolean late(Complaint complaint, Map<Long, List<Clock>> clocks, Instant now) {
        return clocks.getOrDefault(complaint.number(), List.of()).stream()
                .anyMatch(clock -> clock.state(now) == State.BREACHED);
    }

    private static Line line(Cause cause, List<Complaint> all, Map<Long, List<Clock>> clocks, Instant now) {
        return new Line(
                cause,
                all.size(),
                all.stream().filter(Complaint::open).count(),
                all.stream().filter(c -> late(c, clocks, now)).count(),
                all.stream()
                        .filter(c -> c.result() == Result.JUSTIFIED || c.result() == Result.PARTLY)
                        .count(),
                all.stream().filter(c -> c.satisfied() != null).count(),
                all.stream().filter(c -> Boolean.TRUE.equals(c.satisfied())).count());
    }
}

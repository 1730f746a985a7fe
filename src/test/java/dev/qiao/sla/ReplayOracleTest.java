package dev.qiao.sla;

import static dev.qiao.sla.Histories.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.sla.Fact.Changed;
import dev.qiao.sla.Fact.Held;
import dev.qiao.sla.Fact.Restarted;
import dev.qiao.sla.Fact.Resumed;
import dev.qiao.sla.Fact.Started;
import dev.qiao.sla.Fact.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clocks against an oracle that lives each minute and counts. */
class ReplayOracleTest {
    static List<Long> seeds() {
        return new SplittableRandom(7).longs(400).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void spentDueAndStateAreWhatCountingMinutesSays(long seed) {
        var histories = new Histories(seed);
        var history = histories.history(List.of(histories.terms(1), histories.terms(2), histories.terms(3)));
        for (var metric : Metric.values()) {
            var clock = Replay.clock(metric, history);
            var counted = Oracle.count(metric, history);
            assertThat(clock.budget()).isEqualTo(Duration.ofMinutes(counted.budget));
            assertThat(clock.terms().id()).isEqualTo(counted.terms.id());
            for (var step : Step.values())
                assertThat(clock.moment(step)).as("%s", step).isEqualTo(counted.reached(step));
            for (var now : counted.nows(histories)) {
                assertThat(clock.spent(now)).isEqualTo(counted.spent(now));
                assertThat(clock.spent(now).plus(clock.remaining(now))).isEqualTo(clock.budget());
                assertThat(clock.state(now)).isEqualTo(counted.state(now));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSpansTellTheWholeLifeAndAddUpToWhatIsSpent(long seed) {
        var histories = new Histories(seed);
        var history = histories.history(List.of(histories.terms(1), histories.terms(2)));
        for (var metric : Metric.values()) {
            var clock = Replay.clock(metric, history);
            var now = clock.asOf().plus(histories.moment(), ChronoUnit.MINUTES);
            var reached = clock.startedAt();
            var work = Duration.ZERO;
            for (var span : Replay.spans(metric, history, now)) {
                assertThat(span.from()).isEqualTo(reached).isBefore(span.to());
                reached = span.to();
                work = work.plus(span.work());
                assertThat(span.counted() || span.work().isZero()).isTrue();
                assertThat(span.counted() && span.began().isEmpty())
                        .as("counted without a beginning")
                        .isFalse();
            }
            assertThat(work).isEqualTo(clock.spent(now));
            if (clock.stoppedAt() == null) assertThat(reached).isEqualTo(now);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void waitingLongerOrPromisingMoreNeverMakesItDueEarlier(long seed) {
        var histories = new Histories(seed);
        var terms = histories.terms(1);
        var started = new Started(at(histories.moment() / 6), terms, "important");
        Instant due = Instant.MIN;
        for (int waited = 0; waited < 3000; waited += 250) {
            var pausing = Terms.REASONS.stream()
                    .filter(r -> terms.pauses(Metric.RESOLUTION, r))
                    .findFirst();
            if (pausing.isEmpty()) return;
            var history = List.<Fact>of(
                    started,
                    new Held(started.at().plusSeconds(60), pausing.get()),
                    new Resumed(started.at().plusSeconds(60 + waited * 60L)));
            var later = Replay.clock(Metric.RESOLUTION, history).dueAt();
            assertThat(later).isNotNull().isAfterOrEqualTo(due);
            due = later;
        }
    }

    private static final class Oracle {
        final int[] sums = new int[Histories.MINUTES + 60 * 1440];
        Terms terms;
        String priority;
        int budget;
        int end;
        boolean waits;

        @Nullable
        Instant stoppedAt;

        private Oracle(Started started) {
            terms = started.terms();
            priority = started.priority();
        }

        static Oracle count(Metric metric, List<Fact> history) {
            var oracle = new Oracle((Started) history.getFirst());
            var newest = new Changed(Instant.MIN, oracle.terms, oracle.priority);
            @Nullable String hold = null;
            int next = 1;
            int start = minute(history.getFirst().at());
            for (int i = 0; i + 1 < oracle.sums.length; i++) {
                while (next < history.size() && minute(history.get(next).at()) <= i) {
                    switch (history.get(next++)) {
                        case Changed changed -> newest = changed;
                        case Held held -> hold = held.reason();
                        case Resumed _ -> hold = null;
                        case Stopped s
                        when s.metric() == metric && oracle.stoppedAt == null -> oracle.stoppedAt = s.at();
                        case Restarted r
                        when r.metric() == metric && oracle.stoppedAt != null -> {
                            oracle.stoppedAt = null;
                            hold = null;
                        }
                        case Stopped _, Restarted _, Started _ -> {}
                    }
                    if (oracle.stoppedAt == null) {
                        oracle.terms = newest.terms();
                        oracle.priority = newest.priority();
                        oracle.waits = hold != null && oracle.terms.pauses(metric, hold);
                    }
                    oracle.end = i;
                }
                boolean works = i >= start
                        && oracle.stoppedAt == null
                        && !oracle.waits
                        && !oracle.terms.time().between(at(i), at(i + 1)).isZero();
                oracle.sums[i + 1] = oracle.sums[i] + (works ? 1 : 0);
            }
            oracle.budget = (int) oracle.terms.budget(metric, oracle.priority).toMinutes();
            return oracle;
        }

        /** A stopped clock says when it would have been due, had it gone on. */
        @Nullable
        Instant reached(Step step) {
            int part = budget * step.percent() / 100;
            for (int i = 0; i < sums.length; i++) if (sums[i] >= part) return at(i);
            if (stoppedAt == null || waits) return null;
            return terms.time().add(stoppedAt, Duration.ofMinutes(part - sums[sums.length - 1]));
        }

        List<Instant> nows(Histories histories) {
            return List.of(at(end), at(end + 1), at(end + histories.moment()));
        }

        Duration spent(Instant now) {
            return Duration.ofMinutes(sums[minute(now)]);
        }

        State state(Instant now) {
            var due = reached(Step.DUE);
            var judged = stoppedAt == null ? now : stoppedAt;
            if (due != null && judged.isAfter(due)) return State.BREACHED;
            if (stoppedAt != null) return State.MET;
            return waits ? State.PAUSED : State.RUNNING;
        }

        private static int minute(Instant at) {
            return (int) Duration.between(Histories.START, at).toMinutes();
        }
    }
}

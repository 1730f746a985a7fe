package dev.qiao.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.base.Db;
import dev.qiao.base.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each step of a promise is told once. */
class TellingTest extends Promising {
    @Autowired
    Past past;

    @Autowired
    ClockWillTell willTell;

    @Autowired
    Db db;

    @Test
    void stepsAreToldOnceAndOfThosePassedTogetherOnlyTheHighest() {
        long subject = start("urgent", NINE);
        clocks.stop(KIND, subject, Metric.RESPONSE, NINE.plusSeconds(60));
        assertThat(due.work(hours(2).minusNanos(1_000))).isZero();
        assertThat(due.work(hours(2))).isOne();
        assertThat(due.work(NINE)).as("a clock set back").isZero();
        assertThat(due.work(hours(2))).isZero();
        assertThat(due.work(hours(9))).isOne();
        assertThat(due.work(hours(99))).isZero();
        assertThat(told(subject)).containsExactly("clock.warned 50", "clock.breached");
        assertThat(journal.of(KIND, subject, 0, 10).getLast().at()).isEqualTo(hours(4));
    }

    @Test
    void aBreachThatTheWorkerMissedIsToldAfterTheStop() {
        long subject = start("urgent", NINE);
        clocks.stop(KIND, subject, Metric.RESPONSE, NINE.plusSeconds(3600));
        clocks.stop(KIND, subject, Metric.RESOLUTION, hours(3));
        while (due.work(hours(3)) > 0) {}
        assertThat(told(subject)).containsExactly("clock.breached");
    }

    @Test
    void whatWasRolledBackIsToldLaterAndOnlyOnce() {
        long subject = start("urgent", NINE);
        assertThatThrownBy(() -> db.transact(() -> {
                    due.work(hours(9));
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(told(subject)).isEmpty();
        due.work(hours(9));
        assertThat(told(subject)).containsExactlyInAnyOrder("clock.breached", "clock.breached");
    }

    @Test
    void twoWorkersTellEachStepOnce() throws InterruptedException {
        var subjects = start(600, "urgent", NINE);
        var total = new AtomicLong();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int done = 1; done > 0; total.addAndGet(done)) done = due.work(hours(9));
            }));
        }
        for (var thread : threads) thread.join();
        while (due.work(hours(9)) > 0) total.incrementAndGet();
        assertThat(total).hasValue(1200);
        assertThat(told(subjects.getFirst())).hasSize(2);
    }

    @Test
    void anImportedPastTellsNothingUntilItGoesLive() {
        long closed = NUMBERS.incrementAndGet();
        long open = NUMBERS.incrementAndGet();
        var old = NINE.minus(Duration.ofDays(2));
        past.write(List.of(
                new History(
                        new Start(KIND, closed, attributes("urgent"), old, Origin.IMPORT),
                        List.of(
                                new Change.Stop(old.plusSeconds(60), Metric.RESPONSE),
                                new Change.Stop(old.plusSeconds(86_400), Metric.RESOLUTION))),
                new History(
                        new Start(KIND, open, attributes("normal"), NINE.minusSeconds(3600), Origin.IMPORT),
                        List.of())));
        assertThat(due.work(hours(99))).isZero();
        assertThat(told(closed)).containsExactly("clock.breached");
        assertThat(journal.of(KIND, closed, 0, 10)).allMatch(entry -> entry.origin() == Origin.IMPORT);
        assertThat(past.goLive(hours(2))).isGreaterThanOrEqualTo(2);
        assertThat(told(open)).isEmpty();
        while (due.work(hours(3).plusSeconds(1)) > 0) {}
        assertThat(told(open)).containsExactly("clock.breached");
        assertThat(willTell.problems()).isEmpty();
    }
}

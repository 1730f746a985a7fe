package dev.qiao.signal.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.signal.metric.Courses;
import dev.qiao.signal.metric.Metrics;
import dev.qiao.signal.metric.Points;
import dev.qiao.signal.rule.Matchers;
import dev.qiao.signal.source.Sources;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk measures the machine on which it runs. */
@QiaoTest
class HostTest {
    @Autowired
    Points points;

    @Autowired
    Metrics metrics;

    @Autowired
    Courses courses;

    @Autowired
    Sources sources;

    @Autowired
    TestClock clock;

    @Test
    void whatItMeasuresHasTheNamesOfNodeExporterAndBecomesVitals() {
        var now = clock.instant();
        for (int minute = 4; minute > 0; minute--)
            assertThat(new HostWorker(true, points, sources).work(now.minus(Duration.ofMinutes(minute))))
                    .isPositive();
        var own = Matchers.read(List.of("source=" + sources.own(now).name()));
        for (var metric : List.of(
                "node_cpu_seconds_total",
                "node_memory_MemTotal_bytes",
                "node_memory_MemAvailable_bytes",
                "node_filesystem_size_bytes",
                "node_filesystem_avail_bytes",
                "node_network_receive_bytes_total"))
            assertThat(metrics.find(metric, own, 1)).as(metric).hasSize(1);
        for (var vital : List.of("cpu", "memory", "disk"))
            assertThat(courses.of(vital, own, now.minus(Duration.ofMinutes(9)), now, Duration.ofMinutes(1), 5))
                    .as(vital)
                    .isNotEmpty()
                    .allSatisfy(course -> assertThat(course.spots())
                            .isNotEmpty()
                            .allSatisfy(spot -> assertThat(spot.value()).isBetween(0.0, 100.0)));
    }

    @Test
    void whereItIsSwitchedOffNothingIsMeasured() {
        assertThat(new HostWorker(false, points, sources).work(clock.instant())).isZero();
    }

    @Test
    void whatHangsIsGivenUpAndNotAskedAgainUntilItAnswers() throws InterruptedException {
        var hang = new CountDownLatch(1);
        var patience = new Patience("a disk of this test", Duration.ofMillis(50));
        assertThat(patience.ask(() -> {
                    hang.await();
                    return List.of("late");
                }))
                .isEmpty();
        assertThat(patience.ask(() -> List.of("next"))).isEmpty();
        hang.countDown();
        List<String> answer = List.of();
        for (int n = 0; n < 100 && answer.isEmpty(); n++) {
            Thread.sleep(10);
            answer = patience.ask(() -> List.of("well"));
        }
        assertThat(answer).containsExactly("well");
        assertThat(patience.<String>ask(() -> {
                    throw new UnsatisfiedLinkError("no such system");
                }))
                .isEmpty();
    }
}

package dev.qiao.signal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nearly three hours of a real machine, read every half minute: how busy its processors were (for 80 minutes very), its memory, a small
 * disk that a log filled in bursts with a clean-up now and then, and one whose log was turned every 20 minutes.
 */
class RecordedTest {
    private static final List<String> LINES = lines();
    private static final Trend FULL = new Trend(Side.ABOVE, 95, 3, 1);

    @Test
    void theDiskThatFillsIsForetoldWithinAQuarterOfTheTimeThatIsLeft() {
        var filling = course(3);
        var first = filling.getFirst().at();
        var full = filling.stream()
                .filter(each -> each.value() > 80)
                .findFirst()
                .orElseThrow()
                .at();
        var towards = new Trend(Side.ABOVE, 80, 3, 1);
        for (var now = first.plus(Duration.ofMinutes(50));
                now.isBefore(full.minus(Duration.ofMinutes(10)));
                now = now.plus(Duration.ofMinutes(5))) {
            var at = now;
            assertThat(judge(towards, filling, now))
                    .as("%s", now)
                    .isInstanceOfSatisfying(Verdict.Alarming.class, alarm -> {
                        var left = Duration.between(at, full);
                        assertThat(Duration.between(alarm.comesAt(), full).abs())
                                .isLessThan(left.dividedBy(4).plusMinutes(3));
                    });
        }
    }

    @Test
    void theDiskWhoseLogIsTurnedNeverIs() {
        never(FULL, course(4));
    }

    @Test
    void processorsThatWereBusyForLongAreAndAQuietMemoryNever() {
        var busy = new Threshold(Side.ABOVE, 30, 20, 10);
        var cpu = course(1);
        long alarming = moments(cpu)
                .filter(now -> judge(busy, cpu, now) instanceof Verdict.Alarming)
                .count();
        assertThat(alarming).isPositive();
        assertThat(judge(busy, cpu, moments(cpu).skip(240).findFirst().orElseThrow()))
                .isInstanceOf(Verdict.Calm.class);
        never(new Threshold(Side.ABOVE, 90, 80, 10), course(2));
        never(FULL, course(2));
    }

    private static void never(Sign sign, List<Reading> course) {
        assertThat(moments(course)).noneMatch(now -> judge(sign, course, now) instanceof Verdict.Alarming);
    }

    private static Stream<Instant> moments(List<Reading> course) {
        return course.stream().map(Reading::at);
    }

    private static Verdict judge(Sign sign, List<Reading> course, Instant now) {
        var span = sign.spans(now, ZoneOffset.UTC).getLast();
        return sign.judge(
                List.of(course.stream()
                        .filter(each ->
                                !each.at().isBefore(span.from()) && !each.at().isAfter(now))
                        .toList()),
                now);
    }

    private static List<Reading> course(int column) {
        return LINES.stream()
                .map(line -> line.split(","))
                .map(line ->
                        new Reading(Instant.ofEpochSecond(Long.parseLong(line[0])), Double.parseDouble(line[column])))
                .toList();
    }

    private static List<String> lines() {
        try (var in = RecordedTest.class.getResourceAsStream("/metrics/recorded.csv")) {
            if (in == null) throw new IllegalStateException("no recording");
            return new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

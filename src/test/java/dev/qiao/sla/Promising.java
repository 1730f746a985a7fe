package dev.qiao.sla;

import dev.qiao.QiaoTest;
import dev.qiao.base.Origin;
import dev.qiao.journal.Journal;
import dev.qiao.journal.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Subjects with promises, under numbers that no other test has. */
@QiaoTest
abstract class Promising {
    static final String KIND = "promise";
    static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    static final AtomicLong NUMBERS = new AtomicLong(1);

    @Autowired
    Clocks clocks;

    @Autowired
    Journal journal;

    @Autowired
    DueClocks due;

    @BeforeEach
    void nothingIsLeftToTell() {
        while (due.work(Instant.parse("2100-01-01T00:00:00Z")) > 0) {}
    }

    long start(String priority, Instant at) {
        return start(1, priority, at).getFirst();
    }

    List<Long> start(int count, String priority, Instant at) {
        var subjects = LongStream.range(0, count)
                .mapToObj(_ -> NUMBERS.incrementAndGet())
                .toList();
        clocks.start(subjects.stream()
                .map(s -> new Start(KIND, s, attributes(priority), at, Origin.LIVE))
                .toList());
        return subjects;
    }

    List<String> told(long subject) {
        return journal.of(KIND, subject, 0, 20).stream()
                .map(e -> e.is(ClockWarned.class) ? e.act() + " " + percent(e) : e.act())
                .toList();
    }

    static int percent(Recorded entry) {
        return entry.as(ClockWarned.class).percent();
    }

    static Attributes attributes(String priority) {
        return new Attributes(null, null, false, "incident", priority);
    }

    static Instant hours(int hours) {
        return NINE.plus(Duration.ofHours(hours));
    }

    static Attributes attributes(SplittableRandom random, List<String> services) {
        return new Attributes(
                services.get(random.nextInt(services.size())),
                null,
                random.nextBoolean(),
                "incident",
                Terms.PRIORITIES.get(random.nextInt(3)));
    }
}

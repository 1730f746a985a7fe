package dev.qiao;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.concurrent.atomic.AtomicReference;

/** Time as the test says. It starts on a Monday at nine in Shanghai and stands still until moved. */
public final class TestClock implements InstantSource {
    public static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY);

    @Override
    public Instant instant() {
        return now.get();
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    /** Moves on, and says where to. */
    public Instant advance(Duration by) {
        return now.updateAndGet(then -> then.plus(by));
    }

    /** Goes on to the next Monday at nine in Shanghai: other tests have moved the clock, and it never goes back. */
    public Instant nextMonday() {
        return now.updateAndGet(then -> then.atZone(ZoneId.of("Asia/Shanghai"))
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .withHour(9)
                .truncatedTo(ChronoUnit.HOURS)
                .toInstant());
    }
}

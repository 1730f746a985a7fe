package dev.qiao.admin.console;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Says every second how far a long work has come. */
final class Pace implements IntConsumer {
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final PrintStream out;
    private final Instant began;
    private Instant told;

    Pace(PrintStream out, Instant began) {
        this.out = out;
        this.began = began;
        this.told = began;
    }

    @Override
    public void accept(int rows) {
        var now = Instant.now();
        if (now.isBefore(told.plus(BEAT))) return;
        told = now;
        long millis = Math.max(1, Duration.between(began, now).toMillis());
        out.printf(Locale.ROOT, "%,d rows, %,d a second%n", rows, rows * 1000L / millis);
    }
}

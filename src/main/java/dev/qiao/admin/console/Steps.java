package dev.qiao.admin.console;

import dev.qiao.admin.backup.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says every second how far a backup or a restore has come. */
final class Steps implements Progress {
    private static final long BEAT = Duration.ofSeconds(1).toNanos();

    private final PrintStream out;
    private @Nullable Step last;
    private long told = System.nanoTime() - BEAT;

    Steps(PrintStream out) {
        this.out = out;
    }

    @Override
    public void at(Step step, long done, long all) {
        long now = System.nanoTime();
        if (step == last && now - told < BEAT) return;
        last = step;
        told = now;
        var of = all < done || all == 0 ? "" : String.format(Locale.ROOT, " of %,d", all);
        out.printf(Locale.ROOT, "%s: %,d%s %s%n", doing(step), done, of, unit(step));
    }

    private static String doing(Step step) {
        return switch (step) {
            case TABLES, FILES -> "taking";
            case CHECKING -> "checking";
            case LOADING, UNPACKING -> "bringing back";
            case INDEXING -> "making indexes and keys";
        };
    }

    private static String unit(Step step) {
        return switch (step) {
            case TABLES, LOADING -> "rows";
            case FILES, UNPACKING -> "attachments";
            case CHECKING -> "bytes";
            case INDEXING -> "";
        };
    }
}

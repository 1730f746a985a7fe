package dev.qiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is printed: one Markdown row a line. A ratio below 1 is within a limit; for speeds it is Qiao's over the other's. */
final class Table {
    private Table() {}

    static void head(String arguments) throws IOException {
        System.out.printf(
                "%s, %d processors, load %.1f, %s, JDK %s; repeat: `bin/bench%s`%n%n",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                load(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.version(),
                arguments.isEmpty() ? "" : " " + arguments);
        System.out.println("| row | Qiao | limit or comparison | ratio |");
        System.out.println("|---|---|---|---|");
    }

    private static String processor() throws IOException {
        var file = Path.of("/proc/cpuinfo");
        if (!Files.exists(file)) return System.getProperty("os.arch");
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static double load() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    static void row(String name, String qiao, String limit, @Nullable Double ratio) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s |%n",
                name,
                qiao,
                limit,
                ratio == null ? "" : String.format(Locale.ROOT, "%.2f", ratio));
    }

    static void seconds(String name, Duration took, double limit, String what) {
        double seconds = took.toMillis() / 1e3;
        row(name, "%.2f s %s".formatted(seconds, what), "≤ %.0f s".formatted(limit), seconds / limit);
    }

    static void speed(String name, double own, double other, int connections, double budget) {
        if (Double.isNaN(other))
            row(name, "%.0f/s".formatted(own), "needs pgbench (apt install postgresql-contrib)", null);
        else
            row(
                    name,
                    "%.0f/s".formatted(own),
                    "pgbench with %d connections %.0f/s; ≥ %.1f ×".formatted(connections, other, budget),
                    own / other);
    }

    /** The value that so many of a hundred do not exceed. */
    static double percentile(double[] all, double percent) {
        var sorted = all.clone();
        Arrays.sort(sorted);
        int place = (int) Math.ceil(sorted.length * percent / 100) - 1;
        return sorted[Math.max(0, place)];
    }
}

package dev.qiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the desk and its server hold resident; pages that several processes share are counted once. */
final class Memory {
    private static final double LIMIT = 700;

    private Memory() {}

    static void measure(long desk, long server, int pages) {
        if (!Files.exists(Path.of("/proc/self/smaps_rollup"))) {
            Table.row("memory", "not measured", "needs /proc/<pid>/smaps_rollup", null);
            return;
        }
        double jvm = megabytes(desk);
        double postgres = Stream.concat(
                        Stream.of(server),
                        ProcessHandle.of(server).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .mapToDouble(Memory::megabytes)
                .sum();
        Table.row(
                "memory",
                "%.0f MB: JVM %.0f, PostgreSQL %.0f, %d engineers live".formatted(jvm + postgres, jvm, postgres, pages),
                "≤ %.0f MB".formatted(LIMIT),
                (jvm + postgres) / LIMIT);
    }

    private static double megabytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024)
                    .sum();
        } catch (IOException _) {
            return 0;
        }
    }
}

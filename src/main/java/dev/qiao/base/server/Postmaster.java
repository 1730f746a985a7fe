package dev.qiao.base.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says about a server on a folder. The file outlives a kill, and its pid may by now belong to somebody
 * else: only {@link #process()} says whether this really is that server.
 */
record Postmaster(long pid, Path folder, Instant started, int port, boolean ready) {
    private static final Duration SLACK = Duration.ofSeconds(5);

    static Optional<Postmaster> of(Path folder) {
        try {
            var lines = Files.readAllLines(folder.resolve("postmaster.pid"));
            if (lines.size() < 4) return Optional.empty();
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    folder.toRealPath(),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
                    Integer.parseInt(lines.get(3).strip()),
                    lines.size() > 7 && lines.get(7).strip().equals("ready")));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** The living process, if it is this server on this folder and not a stranger that was given the same number. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isThisServer);
    }

    private boolean isThisServer(ProcessHandle process) {
        var proc = Path.of("/proc", Long.toString(pid));
        if (!Files.isDirectory(proc)) return isPostgres(process) && startedThen(process);
        try {
            return Files.readSymbolicLink(proc.resolve("exe")).endsWith("bin/postgres")
                    && proc.resolve("cwd").toRealPath().equals(folder);
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(c -> c.endsWith("/bin/postgres")).isPresent();
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .filter(then -> Duration.between(then, started).abs().compareTo(SLACK) < 0)
                .isPresent();
    }
}

package dev.qiao.signal.real;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real program beside the desk, as Debian has it. A test for which it is not there is skipped, and says what it needs. */
public final class Part implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;

    private Part(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** What it has said so far. */
    public String said() throws IOException {
        return Files.readString(log);
    }

    /** Where the program is; without it the test is skipped. */
    public static Path need(String program, String debian) {
        var found = find(program);
        Assumptions.assumeTrue(found.isPresent(), "skipped: needs " + program + " (Debian package " + debian + ")");
        return found.orElseThrow();
    }

    private static Optional<Path> find(String program) {
        var folders = Stream.concat(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)), Stream.of("/usr/sbin"));
        return folders.map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs until it is closed; what it says is in the folder. */
    public static Part start(Path program, Path folder, String... arguments) throws IOException {
        var log = folder.resolve(program.getFileName() + ".log");
        return new Part(
                new ProcessBuilder(words(program, arguments))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    /** Runs to its end. */
    public static void run(Path program, String... arguments) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words(program, arguments))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0)
            throw new AssertionError(program + " failed: " + said);
    }

    private static List<String> words(Path program, String... arguments) {
        var words = new ArrayList<>(List.of(program.toString()));
        words.addAll(List.of(arguments));
        return words;
    }

    /** A port that nobody has at this moment. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** One that is not larger than this. */
    public static int freePortUpTo(int most) throws IOException {
        for (int port = most; port > 1_024; port--) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException _) {
                // the next
            }
        }
        throw new IOException("no port is free");
    }

    /** Waits until it holds; else the test fails. */
    public static void until(String what, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.call()) {
            if (System.nanoTime() > end) throw new AssertionError("it took too long until " + what);
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

package dev.qiao.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** The desk as {@code bin/qiao} runs it, in a process of its own. */
@SuppressWarnings("try") // waits for its end
final class Desk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern BEHIND = Pattern.compile("\"behind_[^\"]*\":([0-9.E]+)");

    private final Process process;
    private final int port;
    private final Duration opened;

    private Desk(Process process, int port, Duration opened) {
        this.process = process;
        this.port = port;
        this.opened = opened;
    }

    static Desk start(Path data) throws IOException, InterruptedException {
        int port = freePort();
        var command = new ProcessBuilder("bin/qiao", "--data", data.toString(), "--port", Integer.toString(port));
        command.environment().put("QIAO_API_RATE", "0");
        long began = System.nanoTime();
        var process = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/bench.log")))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        while (!answers(port)) {
            if (!process.isAlive() || since(began).compareTo(PATIENCE) > 0)
                throw new IllegalStateException("the desk does not open; see target/bench.log");
            Thread.sleep(10);
        }
        return new Desk(process, port, since(began));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The first page is the one for signing in; before anybody can, the one for the first administrator. */
    private static boolean answers(int port) {
        try (var wire = new Wire(port, "")) {
            return wire.get("/signin").status() == 200 || wire.get("/first").status() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    Duration opened() {
        return opened;
    }

    /** How long it takes until every reader of the journal has caught up. */
    Duration settle() throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (var wire = new Wire(port, "")) {
            while (true) {
                var figures = BEHIND.matcher(wire.get("/health").text());
                boolean known = false;
                double most = 0;
                while (figures.find()) {
                    known = true;
                    most = Math.max(most, Double.parseDouble(figures.group(1)));
                }
                if (known && most == 0) return since(began);
                if (since(began).compareTo(PATIENCE) > 0)
                    throw new IllegalStateException(
                            "readers do not catch up: " + wire.get("/health").text());
                Thread.sleep(50);
            }
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Asks it to stop, as Ctrl-C does. */
    @Override
    public void close() throws InterruptedException {
        if (!process.isAlive()) return;
        process.destroy();
        process.waitFor();
    }
}

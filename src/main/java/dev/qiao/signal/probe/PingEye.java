package dev.qiao.signal.probe;

import dev.qiao.base.reach.Fence;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls a host by the system's own {@code ping}. Where there is none, or it may not, the platform calls: by ICMP if this process has the
 * right to, else by a connection that is taken or refused, which also proves that somebody is there, while silence then proves nothing.
 */
final class PingEye {
    private static final String PROGRAM = "ping";
    /** Linux' CAP_NET_RAW. */
    private static final int RAW = 13;

    private PingEye() {}

    static void look(ProbeDraft draft, Limit limit) throws IOException {
        look(draft, limit, PROGRAM);
    }

    static void look(ProbeDraft draft, Limit limit, String program) throws IOException {
        var address = Fence.address(draft.target(), draft.inside(), limit.left());
        if (!asks(program, address, limit)) asksItself(address, limit);
    }

    /** False: there is no such program, or it may not. */
    private static boolean asks(String program, InetAddress address, Limit limit) throws IOException {
        var seconds = Integer.toString(Math.max(1, limit.millis() / 1_000));
        Process ping;
        try {
            ping = new ProcessBuilder(program, "-n", "-c", "1", "-W", seconds, address.getHostAddress())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException _) {
            return false;
        }
        try {
            if (!ping.waitFor(limit.millis(), TimeUnit.MILLISECONDS)) throw new SocketTimeoutException();
            if (ping.exitValue() == 0) return true;
            var said = new String(ping.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (ping.exitValue() > 1 || said.matches("(?is).*(permitted|denied|privilege).*")) return false;
            throw new Failed("signal.probe_no_echo");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            ping.destroyForcibly();
        }
    }

    /** It holds its thread, so that is no virtual one. */
    private static void asksItself(InetAddress address, Limit limit) throws IOException {
        int millis = limit.millis();
        var asked = new FutureTask<>(() -> address.isReachable(millis));
        Thread.ofPlatform().daemon().name("probe ping").start(asked);
        try {
            if (!asked.get(limit.millis(), TimeUnit.MILLISECONDS)) silent();
        } catch (TimeoutException _) {
            silent();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException known) throw known;
            throw new IOException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static void silent() throws Failed {
        throw new Failed(mayPing() ? "signal.probe_no_echo" : "signal.probe_no_ping");
    }

    private static boolean mayPing() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("CapEff:"))
                    .map(line -> Long.parseUnsignedLong(
                            line.substring("CapEff:".length()).strip(), 16))
                    .anyMatch(rights -> (rights >> RAW & 1) == 1);
        } catch (IOException _) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}

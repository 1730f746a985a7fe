package dev.qiao.signal.probe;

import dev.qiao.base.reach.Fence;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/** Calls a host by the system's own {@code ping}: a program without special rights cannot send ICMP. */
final class PingEye {
    private PingEye() {}

    static void look(ProbeDraft draft, Limit limit) throws IOException {
        var address = Fence.address(draft.target(), draft.inside(), limit.left());
        var seconds = Integer.toString(Math.max(1, limit.millis() / 1_000));
        Process ping;
        try {
            ping = new ProcessBuilder("ping", "-n", "-c", "1", "-W", seconds, address.getHostAddress())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            throw new Failed("signal.probe_no_ping");
        }
        try {
            if (!ping.waitFor(limit.millis(), TimeUnit.MILLISECONDS)) throw new SocketTimeoutException();
            if (ping.exitValue() != 0) throw new Failed("signal.probe_no_echo");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            ping.destroyForcibly();
        }
    }
}

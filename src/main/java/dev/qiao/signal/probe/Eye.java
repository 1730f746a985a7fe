package dev.qiao.signal.probe;

import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import dev.qiao.base.reach.OutOfBounds;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Looks once, and says in words what is wrong. It never takes longer than the probe's limit. */
final class Eye {
    private Eye() {}

    static Result look(ProbeDraft draft, Instant at) {
        long begun = System.nanoTime();
        var limit = Limit.of(draft.limit());
        Problem reason = null;
        Instant ends = null;
        try {
            ends = seen(draft, limit);
        } catch (Failed failed) {
            reason = failed.problem();
        } catch (Refused refused) {
            reason = refused.problems().getFirst();
        } catch (IOException e) {
            reason = limit.over() ? timeout(draft) : reason(e, draft);
        }
        int millis = (int) Duration.ofNanos(System.nanoTime() - begun).toMillis();
        return new Result(at.truncatedTo(ChronoUnit.MILLIS), millis, reason, ends);
    }

    private static @Nullable Instant seen(ProbeDraft draft, Limit limit) throws IOException {
        switch (draft.kind()) {
            case HTTP -> {
                return HttpEye.look(draft, limit);
            }
            case TCP, TLS -> {
                var target = Target.of(draft.kind(), draft.target());
                try (var wire = Wire.open(target.host(), target.port(), draft.inside(), limit)) {
                    if (draft.kind() == Probe.Kind.TLS) wire.encrypt(target.host(), target.port(), draft.expected());
                    return wire.certificateEnds();
                }
            }
            case DNS -> DnsEye.look(draft, limit);
            case PING -> PingEye.look(draft, limit);
        }
        return null;
    }

    private static Problem reason(IOException e, ProbeDraft draft) {
        return switch (e) {
            case OutOfBounds _ -> problem("signal.probe_out_of_bounds");
            case SocketTimeoutException _ -> timeout(draft);
            case UnknownHostException _ -> problem("signal.probe_unknown_host");
            case ConnectException _ -> problem("signal.probe_refused");
            case NoRouteToHostException _ -> problem("signal.probe_no_route");
            case SSLException _ -> problem("signal.probe_tls");
            default -> problem("signal.probe_broke_off");
        };
    }

    private static Problem timeout(ProbeDraft draft) {
        return problem("signal.probe_timeout", Integer.toString(draft.limit()));
    }

    private static Problem problem(String key, Object... arguments) {
        return new Problem(null, key, List.of(arguments));
    }
}

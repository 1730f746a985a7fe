package dev.qiao.signal.promql;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Refused;
import dev.qiao.base.reach.Answer;
import dev.qiao.base.reach.Call;
import dev.qiao.base.reach.Caller;
import dev.qiao.base.reach.OutOfBounds;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks servers by the HTTP API of Prometheus, {@code /api/v1/query_range}. One that did not answer is not asked again for a moment: who
 * asks next is told the same at once, so that it holds up nobody for long.
 */
@Component
public class Promql {
    /** So many series an answer may have. */
    public static final int MOST = 50;

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 2 * 1_048_576;

    private record Failure(Refused refused, Instant until) {}

    private final ServerSql sql;
    private final Servers servers;
    private final Services services;
    private final Caller caller;
    private final InstantSource clock;
    private final Map<Long, Failure> failures = new ConcurrentHashMap<>();

    Promql(ServerSql sql, Servers servers, Services services, Caller caller, InstantSource clock) {
        this.sql = sql;
        this.servers = servers;
        this.services = services;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * How what is asked for went, in steps that begin at multiples of their length.
     *
     * Errors: unavailable, when the server cannot be asked; invalid, with its own words, when it does not understand; too much.
     */
    public List<Line> ask(Expression expression, Instant from, Instant until, Duration step) {
        var server = sql.find(expression.server()).orElseThrow(() -> Refused.notFound("signal.no_promql"));
        var failure = failures.get(server.id());
        if (failure != null && clock.instant().isBefore(failure.until())) throw failure.refused();
        try {
            var lines = Matrix.read(answered(server, expression.query(), from, until, step), this::service);
            failures.remove(server.id());
            return lines;
        } catch (Unanswered e) {
            failures.put(server.id(), new Failure(e.refused(), clock.instant().plus(REST)));
            throw e.refused();
        }
    }

    /** Whether it answers at all, without the rest that it may be given. Errors: as {@link #ask}. */
    public int tried(Server server) {
        failures.remove(server.id());
        var now = clock.instant();
        return ask(new Expression(server.id(), "up"), now.minus(Duration.ofMinutes(5)), now, Duration.ofMinutes(1))
                .size();
    }

    private Answer answered(Server server, String query, Instant from, Instant until, Duration step) {
        long seconds = Math.max(1, step.toSeconds());
        long start = Math.ceilDiv(from.getEpochSecond(), seconds) * seconds;
        long end = Math.floorDiv(until.getEpochSecond() - 1, seconds) * seconds;
        var form = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&start=" + start + "&end="
                + Math.max(start, end) + "&step=" + seconds + "&timeout=" + LIMIT.toSeconds() + "s";
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        servers.pass(server).ifPresent(pass -> headers.put("Authorization", pass.authorization()));
        var call = new Call(
                "POST",
                URI.create(server.draft().url() + "/api/v1/query_range"),
                headers,
                form.getBytes(StandardCharsets.US_ASCII),
                server.draft().inside(),
                LIMIT,
                MOST_BYTES);
        try {
            return caller.call(call);
        } catch (OutOfBounds _) {
            throw new Unanswered("signal.scrape.bounds", call.to().getHost());
        } catch (UnknownHostException _) {
            throw new Unanswered("signal.scrape.unknown", call.to().getHost());
        } catch (SocketTimeoutException _) {
            throw new Unanswered("signal.scrape.slow", String.valueOf(LIMIT.toSeconds()));
        } catch (SSLException e) {
            throw new Unanswered("signal.scrape.tls", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Unanswered("signal.scrape.broken", String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Long service(String code) {
        return services.byCode(code).map(Service::id).orElse(null);
    }
}

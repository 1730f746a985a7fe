package dev.qiao.signal.entrance;

import dev.qiao.base.Refused;
import dev.qiao.signal.Inbox;
import dev.qiao.signal.Kept;
import dev.qiao.signal.Message;
import dev.qiao.signal.Payload;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Takes what is said in Opsgenie's way, and answers in it: each request has a number by which its fate can be asked. The key of the source is
 * the one behind {@code GenieKey}.
 */
@Component
class OpsgenieDesk {
    private static final String SCHEME = "GenieKey ";

    private final Entrance entrance;
    private final Inbox inbox;
    private final InstantSource clock;

    OpsgenieDesk(Entrance entrance, Inbox inbox, InstantSource clock) {
        this.entrance = entrance;
        this.inbox = inbox;
        this.clock = clock;
    }

    ResponseEntity<Map<String, Object>> take(String act, String identifier, HttpServletRequest request) {
        var id = UUID.randomUUID();
        try {
            var source = source(request);
            var body = Entrance.body(request);
            var headers = new TreeMap<>(Entrance.headers(request));
            headers.put("request", id.toString());
            if (!identifier.isEmpty()) headers.put("identifier", identifier);
            inbox.take(id, source, act, headers, body, clock.instant());
            return act.equals("create") && !named(body)
                    ? answer(HttpStatus.UNPROCESSABLE_CONTENT, "message", "The body has no 'message'", id)
                    : answer(HttpStatus.ACCEPTED, "result", "Request will be processed", id);
        } catch (Refused refused) {
            return refused(refused, id);
        }
    }

    ResponseEntity<Map<String, Object>> status(String id, HttpServletRequest request) {
        try {
            var source = source(request);
            return inbox.fate(arrival(id), source)
                    .filter(kept -> kept.state() != Message.State.STORED)
                    .map(kept -> ResponseEntity.ok(fate(kept, id)))
                    .orElseGet(() -> answer(
                            HttpStatus.NOT_FOUND,
                            "message",
                            "There is no such request, or it waits",
                            UUID.randomUUID()));
        } catch (Refused refused) {
            return refused(refused, UUID.randomUUID());
        }
    }

    private static Map<String, Object> fate(Kept kept, String id) {
        boolean done = kept.state() == Message.State.READ;
        var data = new LinkedHashMap<String, Object>();
        data.put("success", done);
        data.put("isSuccess", done);
        data.put("action", kept.act());
        data.put("processedAt", kept.receivedAt().toString());
        data.put("status", done ? "Processed" : "Could not be read");
        return Map.of("data", data, "took", 0.0, "requestId", id);
    }

    private Source source(HttpServletRequest request) {
        var header = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        boolean named = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return entrance.source(named ? header.substring(SCHEME.length()).strip() : "", Sender.OPSGENIE);
    }

    private static boolean named(byte[] body) {
        try {
            return !Payload.of(body).line("message").isEmpty();
        } catch (Refused _) {
            return false;
        }
    }

    private static UUID arrival(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw Refused.notFound("signal.no_message");
        }
    }

    private static ResponseEntity<Map<String, Object>> refused(Refused refused, UUID id) {
        return switch (refused.status()) {
            case UNAUTHENTICATED -> answer(HttpStatus.UNAUTHORIZED, "message", "Could not authenticate", id);
            case UNAVAILABLE ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header("Retry-After", Long.toString(refused.retryAfterSeconds()))
                        .body(Map.of("message", "Too many requests", "took", 0.0, "requestId", id.toString()));
            case NOT_FOUND -> answer(HttpStatus.NOT_FOUND, "message", "There is no such request, or it waits", id);
            case INVALID, MALFORMED, FORBIDDEN, CONFLICT, STALE, TOO_LARGE, TOO_MANY -> throw refused;
        };
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, String name, String words, UUID id) {
        return ResponseEntity.status(status).body(Map.of(name, words, "took", 0.0, "requestId", id.toString()));
    }
}

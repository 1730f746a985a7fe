package dev.qiao.signal.entrance;

import dev.qiao.base.Refused;
import dev.qiao.signal.Inbox;
import dev.qiao.signal.Payload;
import dev.qiao.signal.source.Sender;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Takes what is said in PagerDuty's way, and answers in its clients' own words: 202, 400 with what is wrong, 429 when it is too much. The
 * key of the source is the routing key in the body; what is kept of the body does not hold it, for a key is not stored.
 */
@Component
class PagerDutyDesk {
    private static final String KEY = "routing_key";

    /** What is kept beside an event, and what its sender is answered. */
    record Answer(Map<String, String> kept, ResponseEntity<Map<String, Object>> response) {}

    private final Entrance entrance;
    private final Inbox inbox;
    private final InstantSource clock;

    PagerDutyDesk(Entrance entrance, Inbox inbox, InstantSource clock) {
        this.entrance = entrance;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Kept also where it is answered that it is wrong: the desk shows it. Errors: unauthenticated, too large. */
    ResponseEntity<Map<String, Object>> take(
            String act, HttpServletRequest request, BiFunction<Payload, Map<String, String>, Answer> answering) {
        var body = Entrance.body(request);
        Payload event;
        try {
            event = Payload.of(body);
        } catch (Refused _) {
            return invalid(List.of("The body is not a JSON object in UTF-8"));
        }
        var key = event.line(KEY);
        if (key.isEmpty()) return invalid(List.of("'routing_key' is missing"));
        var source = entrance.source(key, Sender.PAGERDUTY);
        var answer = answering.apply(event, Entrance.headers(request));
        var kept = new String(body, StandardCharsets.UTF_8).replace(key, "*".repeat(key.length()));
        try {
            inbox.take(source, act, answer.kept(), kept.getBytes(StandardCharsets.UTF_8), clock.instant());
            return answer.response();
        } catch (Refused refused) {
            if (refused.status() != Refused.Status.UNAVAILABLE) throw refused;
            return throttled(refused);
        }
    }

    /** With one thing more beside it. */
    static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return more;
    }

    static ResponseEntity<Map<String, Object>> accepted(Map<String, Object> body) {
        return ResponseEntity.accepted().body(body);
    }

    static ResponseEntity<Map<String, Object>> invalid(List<String> errors) {
        return ResponseEntity.badRequest()
                .body(Map.of("status", "invalid event", "message", "Event object is invalid", "errors", errors));
    }

    /** Its clients send again what was too much, but give up at an error of the server's. */
    private static ResponseEntity<Map<String, Object>> throttled(Refused refused) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header("Retry-After", Long.toString(refused.retryAfterSeconds()))
                .body(Map.of(
                        "status", "throttle exceeded",
                        "message", "Events arrive faster than they can be read",
                        "errors", List.of("Please send it again a little later")));
    }
}

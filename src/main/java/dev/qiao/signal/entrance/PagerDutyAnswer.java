package dev.qiao.signal.entrance;

import dev.qiao.base.Refused;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What PagerDuty's clients are answered, in their own words. */
final class PagerDutyAnswer {
    private PagerDutyAnswer() {}

    static ResponseEntity<Map<String, Object>> accepted(String message, String key) {
        return ResponseEntity.accepted().body(Map.of("status", "success", "message", message, "dedup_key", key));
    }

    static ResponseEntity<Map<String, Object>> accepted(String message) {
        return ResponseEntity.accepted().body(Map.of("status", "success", "message", message));
    }

    static ResponseEntity<Map<String, Object>> invalid(List<String> errors) {
        return ResponseEntity.badRequest()
                .body(Map.of("status", "invalid event", "message", "Event object is invalid", "errors", errors));
    }

    /** Its clients send again what was too much, but give up at an error of the server's. */
    static ResponseEntity<Map<String, Object>> unlessFlooded(Supplier<ResponseEntity<Map<String, Object>>> take) {
        try {
            return take.get();
        } catch (Refused refused) {
            if (refused.status() != Refused.Status.UNAVAILABLE) throw refused;
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header("Retry-After", Long.toString(refused.retryAfterSeconds()))
                    .body(Map.of(
                            "status", "throttle exceeded",
                            "message", "Events arrive faster than they can be read",
                            "errors", List.of("Please send it again a little later")));
        }
    }
}

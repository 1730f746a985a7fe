package dev.qiao.signal.entrance;

import dev.qiao.base.web.Open;
import dev.qiao.signal.Payload;
import dev.qiao.signal.entrance.PagerDutyDesk.Answer;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alerts by PagerDuty's Events API, version 2: their senders are told the deduplication key. */
@Hidden
@Open
@RestController
class PagerDutyController {
    private static final Set<String> ACTIONS = Set.of("trigger", "acknowledge", "resolve");
    private static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");
    private static final int LONGEST_KEY = 255;

    private final PagerDutyDesk desk;

    PagerDutyController(PagerDutyDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/v2/enqueue")
    ResponseEntity<Map<String, Object>> create(HttpServletRequest request) {
        return desk.take("enqueue", request, (event, headers) -> {
            var named = event.line("dedup_key");
            var key = named.isEmpty() ? UUID.randomUUID().toString().replace("-", "") : named;
            var wrong = wrong(event);
            var response = wrong.isEmpty()
                    ? PagerDutyDesk.accepted(
                            Map.of("status", "success", "message", "Event processed", "dedup_key", key))
                    : PagerDutyDesk.invalid(wrong);
            return new Answer(PagerDutyDesk.with(headers, "dedup-key", key), response);
        });
    }

    private static List<String> wrong(Payload event) {
        var wrong = new ArrayList<String>();
        var action = event.line("event_action");
        if (!ACTIONS.contains(action)) wrong.add("'event_action' must be one of trigger, acknowledge, resolve");
        if (event.line("dedup_key").length() > LONGEST_KEY) wrong.add("'dedup_key' is longer than 255 characters");
        if (action.equals("trigger")) {
            var payload = event.object("payload");
            for (var field : List.of("summary", "source"))
                if (payload.line(field).isEmpty()) wrong.add("'payload." + field + "' is missing or blank");
            if (!SEVERITIES.contains(payload.line("severity")))
                wrong.add("'payload.severity' must be one of critical, error, warning, info");
        } else if (event.line("dedup_key").isEmpty()) {
            wrong.add("'dedup_key' is missing");
        }
        return wrong;
    }
}

package dev.qiao.signal.entrance;

import dev.qiao.base.Refused;
import dev.qiao.base.web.Open;
import dev.qiao.signal.Inbox;
import dev.qiao.signal.Payload;
import dev.qiao.signal.source.Sender;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * PagerDuty's Events API, version 2, with the answers that its clients know: 202 with the deduplication key, 400 with what is wrong, 429
 * when it is too much. The key of the source is its routing key.
 */
@Hidden
@Open
@RestController
class PagerDutyController {
    private static final Set<String> ACTIONS = Set.of("trigger", "acknowledge", "resolve");
    private static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");
    private static final int LONGEST_KEY = 255;

    private final Entrance entrance;
    private final Inbox inbox;
    private final InstantSource clock;

    PagerDutyController(Entrance entrance, Inbox inbox, InstantSource clock) {
        this.entrance = entrance;
        this.inbox = inbox;
        this.clock = clock;
    }

    @PostMapping("/v2/enqueue")
    ResponseEntity<Map<String, Object>> create(HttpServletRequest request) {
        var body = Entrance.body(request);
        Payload event;
        try {
            event = Payload.of(body);
        } catch (Refused _) {
            return PagerDutyAnswer.invalid(List.of("The body is not a JSON object in UTF-8"));
        }
        if (event.line("routing_key").isEmpty()) return PagerDutyAnswer.invalid(List.of("'routing_key' is missing"));
        var source = entrance.source(event.line("routing_key"), Sender.PAGERDUTY);
        var named = event.line("dedup_key");
        var key = named.isEmpty() ? UUID.randomUUID().toString().replace("-", "") : named;
        var headers = new TreeMap<>(Entrance.headers(request));
        headers.put("dedup-key", key);
        return PagerDutyAnswer.unlessFlooded(() -> {
            inbox.take(source, "enqueue", headers, body, clock.instant());
            var wrong = wrong(event);
            return wrong.isEmpty() ? PagerDutyAnswer.accepted("Event processed", key) : PagerDutyAnswer.invalid(wrong);
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

package dev.qiao.signal.entrance;

import dev.qiao.base.Refused;
import dev.qiao.base.web.Open;
import dev.qiao.signal.Inbox;
import dev.qiao.signal.Payload;
import dev.qiao.signal.source.Sender;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes and deployments by PagerDuty's Events API: nothing is wrong, but something is other than it was. */
@Hidden
@Open
@RestController
class PagerDutyChangeController {
    private final Entrance entrance;
    private final Inbox inbox;
    private final InstantSource clock;

    PagerDutyChangeController(Entrance entrance, Inbox inbox, InstantSource clock) {
        this.entrance = entrance;
        this.inbox = inbox;
        this.clock = clock;
    }

    @PostMapping("/v2/change/enqueue")
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
        return PagerDutyAnswer.unlessFlooded(() -> {
            inbox.take(source, "change", Entrance.headers(request), body, clock.instant());
            return event.object("payload").line("summary").isEmpty()
                    ? PagerDutyAnswer.invalid(List.of("'payload.summary' is missing or blank"))
                    : PagerDutyAnswer.accepted("Change event processed");
        });
    }
}

package dev.qiao.signal.entrance;

import dev.qiao.base.web.Open;
import dev.qiao.signal.entrance.PagerDutyDesk.Answer;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
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
    private final PagerDutyDesk desk;

    PagerDutyChangeController(PagerDutyDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/v2/change/enqueue")
    ResponseEntity<Map<String, Object>> create(HttpServletRequest request) {
        return desk.take("change", request, (event, headers) -> {
            boolean told = !event.object("payload").line("summary").isEmpty();
            var response = told
                    ? PagerDutyDesk.accepted(Map.of("status", "success", "message", "Change event processed"))
                    : PagerDutyDesk.invalid(List.of("'payload.summary' is missing or blank"));
            return new Answer(headers, response);
        });
    }
}

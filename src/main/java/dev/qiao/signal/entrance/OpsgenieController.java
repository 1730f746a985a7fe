package dev.qiao.signal.entrance;

import dev.qiao.base.web.Open;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opsgenie's Alert API, version 2: making an alert. */
@Hidden
@Open
@RestController
class OpsgenieController {
    private final OpsgenieDesk desk;

    OpsgenieController(OpsgenieDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/v2/alerts")
    ResponseEntity<Map<String, Object>> create(HttpServletRequest request) {
        return desk.take("create", "", request);
    }

    /** An alert is known by its alias; one that was made without, by the number of the request that made it. */
    @PostMapping("/v2/alerts/{identifier}/{act:close|acknowledge|notes}")
    ResponseEntity<Map<String, Object>> update(
            @PathVariable String identifier, @PathVariable String act, HttpServletRequest request) {
        return desk.take(act.equals("notes") ? "note" : act, identifier, request);
    }
}

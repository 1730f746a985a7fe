package dev.qiao.signal.entrance;

import dev.qiao.base.web.Open;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Opsgenie's Alert API, version 2: what became of a request. */
@Hidden
@Open
@RestController
class OpsgenieRequestController {
    private final OpsgenieDesk desk;

    OpsgenieRequestController(OpsgenieDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/v2/alerts/requests/{id}")
    ResponseEntity<Map<String, Object>> show(@PathVariable String id, HttpServletRequest request) {
        return desk.status(id, request);
    }
}

package dev.qiao.base.server;

import dev.qiao.base.web.Open;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether visitors may be sent here now. */
@Hidden
@Open
@RestController
@RequestMapping("/health/ready")
class ReadyController {
    private final Ready ready;
    private final Database database;

    ReadyController(Ready ready, Database database) {
        this.ready = ready;
        this.database = database;
    }

    @GetMapping
    ResponseEntity<Map<String, Boolean>> show() {
        boolean yes = ready.open() && database.up();
        return ResponseEntity.status(yes ? 200 : 503)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("ready", yes));
    }
}

package dev.qiao.base.server;

import dev.qiao.base.Health;
import dev.qiao.base.web.Open;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the desk itself is, for people and for machines that watch it. */
@Hidden
@Open
@RestController
@RequestMapping("/health")
class HealthController {
    private final List<Health> all;

    HealthController(List<Health> all) {
        this.all = all;
    }

    @GetMapping
    ResponseEntity<Map<String, Object>> show() {
        var findings = new TreeMap<String, Object>();
        var worst = Health.State.WELL;
        for (var health : all) {
            var finding = health.look();
            findings.put(
                    health.name(),
                    Map.of("state", finding.state().code(), "words", finding.words(), "figures", finding.figures()));
            if (finding.state().compareTo(worst) > 0) worst = finding.state();
        }
        return ResponseEntity.status(worst == Health.State.DOWN ? 503 : 200)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("state", worst.code(), "findings", findings));
    }
}

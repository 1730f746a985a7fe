package dev.qiao.base.server;

import dev.qiao.base.Health;
import dev.qiao.base.web.Open;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures about the running program, in the format of Prometheus. */
@Hidden
@Open
@RestController
@RequestMapping("/metrics")
class MetricsController {
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final List<Health> all;

    MetricsController(PrometheusMeterRegistry registry, List<Health> all) {
        this.registry = registry;
        this.all = all;
    }

    @GetMapping
    ResponseEntity<byte[]> show() {
        var text = new StringBuilder(registry.scrape(FORMAT));
        for (var health : all) append(text, health.name(), health.look());
        return ResponseEntity.ok()
                .header("Content-Type", FORMAT)
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(StringBuilder text, String name, Health.Finding finding) {
        finding.figures().forEach((figure, value) -> {
            var metric = "qiao_" + (name + "_" + figure).replaceAll("[^a-zA-Z0-9_]", "_");
            text.append("# TYPE ").append(metric).append(" gauge\n");
            text.append(metric).append(' ').append(value).append('\n');
        });
    }
}

package dev.qiao.signal.entrance;

import dev.qiao.base.Refused;
import dev.qiao.base.web.Languages;
import dev.qiao.base.web.Open;
import dev.qiao.signal.Inbox;
import dev.qiao.signal.Measured;
import dev.qiao.signal.log.OtlpLogs;
import dev.qiao.signal.metric.OtlpMetrics;
import dev.qiao.signal.source.Sender;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** OTLP/HTTP for metrics. As with logs the message is kept before anybody reads it. */
@Hidden
@Open
@RestController
class OtlpMetricController {
    private final Entrance entrance;
    private final Inbox inbox;
    private final Languages languages;
    private final InstantSource clock;

    OtlpMetricController(Entrance entrance, Inbox inbox, Languages languages, InstantSource clock) {
        this.entrance = entrance;
        this.inbox = inbox;
        this.languages = languages;
        this.clock = clock;
    }

    @PostMapping("/in/{key}/v1/metrics")
    ResponseEntity<byte[]> create(@PathVariable String key, HttpServletRequest request) {
        var source = entrance.source(key, Sender.OTLP);
        var body = Entrance.body(request);
        var headers = Entrance.headers(request);
        var answer = new OtlpAnswer(OtlpLogs.type(headers.getOrDefault("content-type", "")));
        if (!answer.known()) return OtlpAnswer.unknown();
        var now = clock.instant();
        inbox.take(source, OtlpMetrics.ACT, headers, body, now);
        try {
            var measured = OtlpLogs.measured(headers, body, now);
            return answer.taken(answer.binary() ? binary(measured) : json(measured));
        } catch (Refused refused) {
            return answer.refused(refused, languages);
        }
    }

    private byte[] json(Measured measured) {
        if (measured.refused().isEmpty()) return OtlpAnswer.bytes(Map.of());
        return OtlpAnswer.bytes(Map.of(
                "partialSuccess",
                Map.of("rejectedDataPoints", String.valueOf(refused(measured)), "errorMessage", words(measured))));
    }

    private byte[] binary(Measured measured) {
        var response = ExportMetricsServiceResponse.newBuilder();
        if (!measured.refused().isEmpty())
            response.setPartialSuccess(ExportMetricsPartialSuccess.newBuilder()
                    .setRejectedDataPoints(refused(measured))
                    .setErrorMessage(words(measured)));
        return response.build().toByteArray();
    }

    private static long refused(Measured measured) {
        return measured.refused().values().stream().mapToLong(Long::longValue).sum();
    }

    private String words(Measured measured) {
        var words = languages.of(null);
        return new TreeMap<>(measured.refused())
                .entrySet().stream()
                        .map(one -> one.getValue() + ": "
                                + words.t("signal.refused." + one.getKey().code()))
                        .collect(Collectors.joining("; "));
    }
}

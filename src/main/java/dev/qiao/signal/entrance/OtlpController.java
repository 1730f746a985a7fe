package dev.qiao.signal.entrance;

import dev.qiao.base.Refused;
import dev.qiao.base.web.Languages;
import dev.qiao.base.web.Open;
import dev.qiao.signal.Inbox;
import dev.qiao.signal.log.OtlpLogs;
import dev.qiao.signal.source.Sender;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * OTLP/HTTP for logs. The message is kept before anybody reads it, also one that cannot be read: its sender is told so with 400, which
 * it does not try again, and the desk shows it.
 */
@Hidden
@Open
@RestController
class OtlpController {
    private final Entrance entrance;
    private final Inbox inbox;
    private final OtlpLogs logs;
    private final Languages languages;
    private final InstantSource clock;

    OtlpController(Entrance entrance, Inbox inbox, OtlpLogs logs, Languages languages, InstantSource clock) {
        this.entrance = entrance;
        this.inbox = inbox;
        this.logs = logs;
        this.languages = languages;
        this.clock = clock;
    }

    @PostMapping("/in/{key}/v1/logs")
    ResponseEntity<byte[]> create(@PathVariable String key, HttpServletRequest request) {
        var source = entrance.source(key, Sender.OTLP);
        var body = Entrance.body(request);
        var headers = Entrance.headers(request);
        var answer = new OtlpAnswer(OtlpLogs.type(headers.getOrDefault("content-type", "")));
        if (!answer.known()) return OtlpAnswer.unknown();
        var now = clock.instant();
        inbox.take(source, OtlpLogs.ACT, headers, body, now);
        try {
            int beyond = logs.beyond(headers, body, now);
            var words = beyond == 0 ? "" : languages.of(null).t("signal.otlp_many", beyond);
            return answer.taken(answer.binary() ? binary(beyond, words) : json(beyond, words));
        } catch (Refused refused) {
            return answer.refused(refused, languages);
        }
    }

    private static byte[] json(int beyond, String words) {
        if (beyond == 0) return OtlpAnswer.bytes(Map.of());
        return OtlpAnswer.bytes(
                Map.of("partialSuccess", Map.of("rejectedLogRecords", String.valueOf(beyond), "errorMessage", words)));
    }

    private static byte[] binary(int beyond, String words) {
        if (beyond == 0) return ExportLogsServiceResponse.getDefaultInstance().toByteArray();
        var partial = ExportLogsPartialSuccess.newBuilder()
                .setRejectedLogRecords(beyond)
                .setErrorMessage(words);
        return ExportLogsServiceResponse.newBuilder()
                .setPartialSuccess(partial)
                .build()
                .toByteArray();
    }
}

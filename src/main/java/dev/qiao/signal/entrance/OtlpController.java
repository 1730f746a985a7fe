package dev.qiao.signal.entrance;

import com.google.protobuf.CodedOutputStream;
import dev.qiao.base.Json;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
    private static final int INVALID_ARGUMENT = 3;

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
        var type = OtlpLogs.type(headers.getOrDefault("content-type", ""));
        if (!type.equals(OtlpLogs.JSON) && !type.equals(OtlpLogs.PROTOBUF))
            return ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
        var now = clock.instant();
        inbox.take(source, OtlpLogs.ACT, headers, body, now);
        boolean binary = type.equals(OtlpLogs.PROTOBUF);
        try {
            int beyond = logs.beyond(headers, body, now);
            var words = beyond == 0 ? "" : languages.of(null).t("signal.otlp_many", beyond);
            return answer(HttpStatus.OK, type, binary ? binary(beyond, words) : json(beyond, words));
        } catch (Refused refused) {
            var problem = refused.problems().getFirst();
            var words = languages.of(null).t(problem.key(), problem.arguments().toArray());
            var status = Map.of("code", INVALID_ARGUMENT, "message", words);
            return answer(HttpStatus.BAD_REQUEST, type, binary ? status(words) : bytes(status));
        }
    }

    private static byte[] json(int beyond, String words) {
        if (beyond == 0) return bytes(Map.of());
        return bytes(
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

    /** {@code google.rpc.Status}: its code is field 1, its message field 2. */
    private static byte[] status(String words) {
        var bytes = new ByteArrayOutputStream();
        var out = CodedOutputStream.newInstance(bytes);
        try {
            out.writeInt32(1, INVALID_ARGUMENT);
            out.writeString(2, words);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Map<String, ?> object) {
        return Json.of(object).text().getBytes(StandardCharsets.UTF_8);
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, String type, byte[] body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(type))
                .body(body);
    }
}

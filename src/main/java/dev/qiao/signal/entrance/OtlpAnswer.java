package dev.qiao.signal.entrance;

import com.google.protobuf.CodedOutputStream;
import dev.qiao.base.Json;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Languages;
import dev.qiao.signal.log.OtlpLogs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How OTLP is answered, in the encoding in which it asked. */
record OtlpAnswer(String type) {
    private static final int INVALID_ARGUMENT = 3;

    /** Whether OTLP has such an encoding. */
    boolean known() {
        return binary() || type.equals(OtlpLogs.JSON);
    }

    boolean binary() {
        return type.equals(OtlpLogs.PROTOBUF);
    }

    static ResponseEntity<byte[]> unknown() {
        return ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
    }

    ResponseEntity<byte[]> taken(byte[] body) {
        return answer(HttpStatus.OK, body);
    }

    /** The sender does not try it again. */
    ResponseEntity<byte[]> refused(Refused refused, Languages languages) {
        var problem = refused.problems().getFirst();
        var words = languages.of(null).t(problem.key(), problem.arguments().toArray());
        var status = Map.of("code", INVALID_ARGUMENT, "message", words);
        return answer(HttpStatus.BAD_REQUEST, binary() ? status(words) : bytes(status));
    }

    static byte[] bytes(Map<String, ?> object) {
        return Json.of(object).text().getBytes(StandardCharsets.UTF_8);
    }

    private ResponseEntity<byte[]> answer(HttpStatus status, byte[] body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(type))
                .body(body);
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
}

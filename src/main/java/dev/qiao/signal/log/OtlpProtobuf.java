package dev.qiao.signal.log;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.qiao.base.Refused;
import dev.qiao.signal.Line;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Logs of OTLP in protobuf. */
final class OtlpProtobuf {
    private OtlpProtobuf() {}

    static List<Line> lines(byte[] body, Instant now) {
        var lines = new ArrayList<Line>();
        for (var resource : read(body).getResourceLogsList()) {
            var origin = origin(resource);
            for (var scope : resource.getScopeLogsList())
                for (var record : scope.getLogRecordsList()) lines.add(line(record, origin, now));
        }
        return lines;
    }

    private static ExportLogsServiceRequest read(byte[] body) {
        try {
            return ExportLogsServiceRequest.parseFrom(body);
        } catch (InvalidProtocolBufferException _) {
            throw Refused.malformed(null, "signal.not_protobuf");
        }
    }

    private static String origin(ResourceLogs resource) {
        return OtlpLogs.origin(resource.getResource().getAttributesList().stream()
                .collect(Collectors.toMap(KeyValue::getKey, one -> text(one.getValue()), (one, _) -> one)));
    }

    private static Line line(LogRecord record, String origin, Instant now) {
        return OtlpLogs.line(
                record.getTimeUnixNano(),
                record.getObservedTimeUnixNano(),
                record.getSeverityText(),
                record.getSeverityNumberValue(),
                origin,
                text(record.getBody()),
                now);
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case INT_VALUE -> String.valueOf(value.getIntValue());
            case BOOL_VALUE -> String.valueOf(value.getBoolValue());
            case DOUBLE_VALUE -> String.valueOf(value.getDoubleValue());
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(OtlpProtobuf::text)
                        .collect(Collectors.joining(" "));
            case KVLIST_VALUE ->
                value.getKvlistValue().getValuesList().stream()
                        .map(one -> one.getKey() + "=" + text(one.getValue()))
                        .collect(Collectors.joining(" "));
            default -> "";
        };
    }
}

package dev.qiao.signal.metric;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.qiao.base.Refused;
import dev.qiao.signal.Payload;
import tools.jackson.databind.JsonNode;

/** OTLP's JSON encoding: names in lowerCamelCase, 64-bit numbers also as texts, enums also as numbers; what is unknown is passed over. */
final class ProtoJson {
    private ProtoJson() {}

    /** Errors: malformed, naming the field. */
    static void fill(Message.Builder message, JsonNode object) {
        if (!object.isObject()) throw wrong(message.getDescriptorForType().getName());
        for (var field : message.getDescriptorForType().getFields()) {
            var value = object.get(field.getJsonName());
            if (value == null || value.isNull() || field.getName().equals("exemplars")) continue;
            if (!field.isRepeated()) {
                message.setField(field, value(message, field, value));
                continue;
            }
            if (!value.isArray()) throw wrong(field.getJsonName());
            for (var each : value) message.addRepeatedField(field, value(message, field, each));
        }
    }

    private static Object value(Message.Builder message, FieldDescriptor field, JsonNode value) {
        try {
            return switch (field.getJavaType()) {
                case MESSAGE -> {
                    var inner = message.newBuilderForField(field);
                    fill(inner, value);
                    yield inner.build();
                }
                case STRING -> Payload.clean(value.asString());
                case BOOLEAN -> value.asBoolean();
                case DOUBLE -> Double.parseDouble(value.asString());
                case FLOAT -> Float.parseFloat(value.asString());
                case INT -> value.intValue();
                case LONG -> whole(field, value.asString());
                case ENUM -> named(field.getEnumType(), value);
                case BYTE_STRING -> ByteString.EMPTY;
            };
        } catch (RuntimeException e) {
            throw e instanceof Refused known ? known : wrong(field.getJsonName());
        }
    }

    /** Those without a sign may use the bit of the sign. */
    private static long whole(FieldDescriptor field, String value) {
        return switch (field.getType()) {
            case FIXED64, UINT64 -> Long.parseUnsignedLong(value);
            default -> Long.parseLong(value);
        };
    }

    private static Object named(EnumDescriptor type, JsonNode value) {
        var found =
                value.isNumber() ? type.findValueByNumber(value.intValue()) : type.findValueByName(value.asString());
        return found == null ? type.getValues().getFirst() : found;
    }

    private static Refused wrong(String place) {
        return Refused.malformed(place, "signal.otlp_value");
    }
}

package dev.qiao.signal.metric;

import dev.qiao.signal.Payload;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Attributes as labels: names of letters, digits and underscores, values as people read them. */
record OtlpLabels(SortedMap<String, String> all) {
    static OtlpLabels of(List<KeyValue> attributes) {
        var labels = new OtlpLabels(new TreeMap<>());
        attributes.forEach(one -> labels.put(OtlpNames.label(one.getKey()), text(one.getValue())));
        return labels;
    }

    /** An empty label is none. */
    void put(String name, String value) {
        if (!value.isBlank()) all.put(name, Payload.cut(Payload.clean(value)));
    }

    /** Of the first of these that there is; else empty. */
    String first(String... names) {
        for (var name : names) if (all.containsKey(name)) return all.getOrDefault(name, "");
        return "";
    }

    /** These, and those of a point, which win. */
    SortedMap<String, String> with(List<KeyValue> attributes) {
        var both = new TreeMap<>(all);
        both.putAll(of(attributes).all());
        return both;
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case INT_VALUE -> String.valueOf(value.getIntValue());
            case BOOL_VALUE -> String.valueOf(value.getBoolValue());
            case DOUBLE_VALUE -> String.valueOf(value.getDoubleValue());
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(OtlpLabels::text)
                        .collect(Collectors.joining(" "));
            default -> "";
        };
    }
}

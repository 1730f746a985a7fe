package dev.qiao.signal.web;

import dev.qiao.signal.source.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping as the fields of a form. */
public final class Mappings {
    private Mappings() {}

    /** In the order in which they are shown. */
    static Map<String, String> fields(@Nullable Mapping mapping) {
        var fields = new LinkedHashMap<String, String>();
        if (mapping == null) return fields;
        fields.put("list", mapping.list());
        fields.put("key", mapping.key());
        fields.put("title", mapping.title());
        fields.put("text", mapping.text());
        fields.put("severity", mapping.severity());
        fields.put("status", mapping.status());
        fields.put("over", mapping.over());
        fields.put("group", mapping.group());
        fields.put("started", mapping.started());
        fields.put("ended", mapping.ended());
        fields.put("url", mapping.url());
        fields.put("labels", mapping.labels());
        return fields;
    }

    static Mapping of(Map<String, String> fields) {
        return new Mapping(
                field(fields, "list"),
                field(fields, "key"),
                field(fields, "title"),
                field(fields, "text"),
                field(fields, "severity"),
                field(fields, "status"),
                field(fields, "over"),
                field(fields, "group"),
                field(fields, "started"),
                field(fields, "ended"),
                field(fields, "url"),
                field(fields, "labels"));
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }
}

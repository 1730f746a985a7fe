package dev.qiao.base.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The description of the API, as it is read by people. */
public record Described(Map<String, List<Operation>> nouns, List<Shape> shapes) {
    /**
     * What one can do at an address.
     *
     * @param act the handler's name: index, show, create, update, destroy
     */
    public record Operation(
            String method,
            String path,
            String act,
            String rights,
            List<Field> parameters,
            @Nullable String body,
            @Nullable String answer) {}

    /** A record that goes in or out. */
    public record Shape(String name, List<Field> fields) {}

    /** A named value with its type. */
    public record Field(String name, String type, String note) {}

    static Described of(JsonNode whole) {
        var nouns = new TreeMap<String, List<Operation>>();
        whole.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var operation = operation(method.getKey(), path.getKey(), method.getValue());
                    var noun = method.getValue().path("tags").path(0).asString("");
                    nouns.computeIfAbsent(noun, _ -> new ArrayList<>()).add(operation);
                }));
        var shapes = whole.path("components").path("schemas").properties().stream()
                .map(schema -> new Shape(schema.getKey(), fields(schema.getValue())))
                .filter(shape -> !shape.fields().isEmpty())
                .toList();
        return new Described(nouns, shapes);
    }

    private static Operation operation(String method, String path, JsonNode node) {
        return new Operation(
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                node.path(ApiOperations.ACT).asString(""),
                node.path("description").asString(""),
                node.path("parameters").valueStream().map(Described::parameter).toList(),
                content(node.path("requestBody")),
                node.path("responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .map(response -> content(response.getValue()))
                        .filter(type -> type != null)
                        .findFirst()
                        .orElse(null));
    }

    private static Field parameter(JsonNode node) {
        var note = node.path("in").asString("");
        var words = node.path("description").asString("");
        return new Field(
                node.path("name").asString(""),
                type(node.path("schema")),
                words.isEmpty() ? note : note + ": " + words);
    }

    private static @Nullable String content(JsonNode node) {
        return node.path("content")
                .valueStream()
                .map(media -> type(media.path("schema")))
                .findFirst()
                .orElse(null);
    }

    private static List<Field> fields(JsonNode schema) {
        return schema.path("properties").properties().stream()
                .map(field -> new Field(
                        field.getKey(),
                        type(field.getValue()),
                        field.getValue().path("description").asString("")))
                .toList();
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            var ref = schema.path("$ref").asString();
            return ref.substring(ref.lastIndexOf('/') + 1);
        }
        if (schema.has("enum"))
            return schema.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(" | "));
        if (schema.has("anyOf"))
            return schema.path("anyOf").valueStream().map(Described::type).collect(Collectors.joining(" | "));
        if (schema.has("items")) return "[" + type(schema.path("items")) + "]";
        var type = schema.path("type");
        var types =
                type.isArray() ? type.valueStream().map(JsonNode::asString).toList() : List.of(type.asString("object"));
        var format = schema.path("format").asString(types.getFirst());
        return types.contains("null") ? format + " | null" : format;
    }
}

package dev.qiao;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.qiao.Http.Answer;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API, held against every good answer that a test is given: its status, its fields and their types. */
final class Contract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROOT = "/api/v1/";
    private static final Map<URI, Contract> KNOWN = new ConcurrentHashMap<>();

    private record Route(String method, String path, Pattern pattern, JsonNode responses) {}

    private final List<Route> routes;
    private final JsonNode components;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new HashMap<>();

    private Contract(JsonNode whole) {
        components = strict(whole.path("components"));
        routes = whole.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream().map(operation -> route(path, operation)))
                .toList();
    }

    /** Fails when the answer is not what the description says. */
    static void hold(Http http, String method, String path, Answer answer) {
        if (!path.startsWith(ROOT)
                || answer.status() >= 300
                || path.startsWith(ROOT + "openapi")
                || path.startsWith(ROOT + "docs")) return;
        KNOWN.computeIfAbsent(
                        http.root(),
                        _ -> new Contract(http.get(ROOT + "openapi.json").json()))
                .check(method, path.replaceFirst("\\?.*", ""), answer);
    }

    private static Route route(Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> operation) {
        var pattern = Pattern.compile(path.getKey().replace(".", "\\.").replaceAll("\\{[^/]+}", "[^/]+"));
        return new Route(
                operation.getKey().toUpperCase(java.util.Locale.ROOT),
                path.getKey(),
                pattern,
                operation.getValue().path("responses"));
    }

    /** What is not described may not be told. */
    private static JsonNode strict(JsonNode components) {
        for (var schema : components.path("schemas"))
            if (schema.has("properties") && !schema.has("additionalProperties") && !schema.has("discriminator"))
                ((ObjectNode) schema).put("additionalProperties", false);
        return components;
    }

    private void check(String method, String path, Answer answer) {
        var what = method + " " + path + " → " + answer.status();
        var route = find(method, path).orElseThrow(() -> new AssertionError(what + " is not described"));
        var response = route.responses().path(Integer.toString(answer.status()));
        if (response.isMissingNode())
            throw new AssertionError(
                    what + ": the description knows " + route.responses().propertyNames());
        var schema = response.at("/content/application~1json/schema");
        if (answer.response().body().length == 0) {
            if (response.has("content")) throw new AssertionError(what + ": the description promises a body");
        } else if (answer.header("Content-Type").startsWith("application/json")) {
            if (schema.isMissingNode()) throw new AssertionError(what + ": the description promises no body");
            var wrong = schema(method + route.path() + answer.status(), schema).validate(answer.json());
            if (!wrong.isEmpty()) throw new AssertionError(what + ": " + wrong + "\n" + answer.text());
        }
    }

    private Optional<Route> find(String method, String path) {
        return routes.stream()
                .filter(route -> route.method().equals(method)
                        && route.pattern().matcher(path).matches())
                .max(Comparator.comparingInt(
                        route -> route.path().replaceAll("\\{[^/]+}", "").length()));
    }

    private synchronized Schema schema(String key, JsonNode schema) {
        return schemas.computeIfAbsent(key, _ -> {
            var whole = JSON.createObjectNode();
            whole.set("components", components);
            whole.setAll((ObjectNode) schema.deepCopy());
            return registry.getSchema(whole);
        });
    }
}

package dev.qiao.base.api;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Says what is wrong with a piece of JSON: the field, and what was expected there. */
final class JsonFault {
    private static final JsonMapper JSON = ApiJson.strict();
    private static final int MOST = 100;

    private JsonFault() {}

    static Refused of(JacksonException fault) {
        return of(fault, null);
    }

    /** @param root the field that holds the piece which was read, if it was not the whole body */
    static Refused of(JacksonException fault, @Nullable String root) {
        var field = path(fault, root);
        return switch (fault) {
            case BadValue bad -> Refused.invalid(List.of(new Refused.Problem(field, bad.key(), bad.arguments())));
            case UnrecognizedPropertyException unknown ->
                Refused.invalid(field, "base.api.unknown_field", unknown.getPropertyName(), known(unknown));
            case InvalidNullException _ -> Refused.invalid(field, "base.api.not_null");
            case MismatchedInputException wrong -> mismatch(wrong, field);
            case StreamConstraintsException tooMuch -> constraint(tooMuch);
            case StreamReadException broken -> broken(broken);
            default -> Refused.invalid(field, "base.api.expected.other");
        };
    }

    /** All that is wrong with an object: what its fields say is read again, each alone. */
    static Refused all(JacksonException fault, byte[] body, Type type) {
        var first = of(fault);
        try {
            if (!(JSON.readTree(body) instanceof ObjectNode sent)) return first;
            var problems = sent.properties().stream()
                    .limit(MOST)
                    .flatMap(field -> alone(field.getKey(), field.getValue(), type).stream())
                    .toList();
            return problems.size() > 1 ? Refused.invalid(problems) : first;
        } catch (JacksonException _) {
            return first;
        }
    }

    private static List<Refused.Problem> alone(String field, JsonNode value, Type type) {
        try {
            var object = JSON.createObjectNode().set(field, value);
            JSON.readValue(JSON.treeAsTokens(object), JSON.constructType(type));
            return List.of();
        } catch (JacksonException wrong) {
            return of(wrong).problems().stream()
                    .filter(problem ->
                            problem.field() != null && problem.field().startsWith(field))
                    .toList();
        }
    }

    private static String path(JacksonException fault, @Nullable String root) {
        var path = fault.getPath().stream()
                .map(step ->
                        step.getPropertyName() != null ? "." + step.getPropertyName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining());
        var whole = (root == null ? "" : root) + path;
        return whole.startsWith(".") ? whole.substring(1) : whole;
    }

    private static String known(UnrecognizedPropertyException unknown) {
        var known = unknown.getKnownPropertyIds();
        return known == null ? "" : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static Refused mismatch(MismatchedInputException wrong, String field) {
        if (wrong.getCurrentToken() == null && field.isEmpty()) return Refused.malformed(null, "base.api.no_body");
        var type = wrong.getTargetType();
        if (type != null
                && type.isPrimitive()
                && String.valueOf(wrong.getOriginalMessage()).contains("null"))
            return Refused.invalid(field, "base.api.not_null");
        return Refused.invalid(field, "base.api.expected." + expected(type));
    }

    static String expected(@Nullable Class<?> type) {
        if (type == null) return "other";
        if (type == String.class) return "text";
        if (type == Instant.class) return "moment";
        if (type == LocalDate.class) return "date";
        if (type == boolean.class || type == Boolean.class) return "yes_no";
        if (type == double.class || type == Double.class) return "number";
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) return "whole";
        if (Collection.class.isAssignableFrom(type) || type.isArray()) return "list";
        if (type.isEnum() || Coded.class.isAssignableFrom(type)) return "other";
        return "object";
    }

    private static Refused constraint(StreamConstraintsException tooMuch) {
        return String.valueOf(tooMuch.getOriginalMessage()).contains("nesting")
                ? Refused.malformed(null, "base.api.too_deep", ApiJson.DEEPEST)
                : Refused.malformed(
                        null, "base.api.not_json", line(tooMuch.getLocation()), column(tooMuch.getLocation()));
    }

    private static Refused broken(StreamReadException broken) {
        var message = String.valueOf(broken.getOriginalMessage());
        if (message.startsWith("Duplicate")) {
            var name = message.replaceFirst("^[^\"']*[\"']([^\"']*)[\"'].*$", "$1");
            return Refused.malformed(name, "base.api.duplicate", name);
        }
        return Refused.malformed(null, "base.api.not_json", line(broken.getLocation()), column(broken.getLocation()));
    }

    private static int line(@Nullable TokenStreamLocation at) {
        return at == null ? 1 : Math.max(1, at.getLineNr());
    }

    private static int column(@Nullable TokenStreamLocation at) {
        return at == null ? 1 : Math.max(1, at.getColumnNr());
    }
}

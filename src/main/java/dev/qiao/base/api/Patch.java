package dev.qiao.base.api;

import dev.qiao.base.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON merge patch (RFC 7396): a field that is absent stays as it is, one that is null is emptied. Each reading method takes what
 * stands now and gives back what shall stand.
 */
public final class Patch {
    private static final JsonMapper JSON = ApiJson.strict();

    private final ObjectNode node;

    Patch(ObjectNode node) {
        this.node = node;
    }

    /** From the text of a JSON object. Errors: as for any body of the API. */
    public static Patch of(String json) {
        try {
            return JSON.readValue(json, Patch.class);
        } catch (JacksonException e) {
            throw JsonFault.of(e);
        }
    }

    /** Errors: invalid, naming each field that is not among the known ones. */
    public Patch only(String... known) {
        var problems = new ArrayList<Refused.Problem>();
        for (var name : node.propertyNames()) {
            if (!Arrays.asList(known).contains(name))
                problems.add(
                        new Refused.Problem(name, "base.api.unknown_field", List.of(name, String.join(", ", known))));
        }
        if (!problems.isEmpty()) throw Refused.invalid(problems);
        return this;
    }

    /** Whether the field was sent, if only as null. */
    public boolean has(String field) {
        return node.has(field);
    }

    /** Whether this field was sent, and no other. */
    public boolean hasOnly(String field) {
        return has(field) && node.size() == 1;
    }

    /** Errors: invalid, when it is null or of another type. */
    public <T> T value(String field, Class<T> type, T current) {
        if (!has(field)) return current;
        var value = valueOrNull(field, type, null);
        if (value == null) throw Refused.invalid(field, "base.api.not_null");
        return value;
    }

    /** What the field is to be: what was sent, null when that was null, {@code current} when it was not sent. */
    public <T> @Nullable T valueOrNull(String field, Class<T> type, @Nullable T current) {
        return read(field, JSON.constructType(type), current);
    }

    public String text(String field, String current) {
        return value(field, String.class, current);
    }

    public @Nullable String textOrNull(String field, @Nullable String current) {
        return valueOrNull(field, String.class, current);
    }

    public @Nullable Instant instantOrNull(String field, @Nullable Instant current) {
        return valueOrNull(field, Instant.class, current);
    }

    /** A list; null empties it. */
    public List<String> texts(String field, List<String> current) {
        List<String> texts = read(field, JSON.constructType(new TypeReference<List<String>>() {}), current);
        return texts == null ? List.of() : texts;
    }

    private <T> @Nullable T read(String field, JavaType type, @Nullable T current) {
        var value = node.get(field);
        if (value == null) return current;
        if (value.isNull()) return null;
        try {
            return JSON.readValue(JSON.treeAsTokens(value), type);
        } catch (JacksonException e) {
            throw JsonFault.of(e, field);
        }
    }
}

package dev.qiao.base;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A piece of JSON as it is stored: text until somebody reads it. */
public record Json(String text) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new StoredWords())
            .disable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(
                    i -> i.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();

    /** How a value is stored. */
    public static Json of(@Nullable Object value) {
        return new Json(MAPPER.writeValueAsString(value));
    }

    /** Reads a stored record; fields that it does not know are passed over, so that old code reads newer facts. */
    public <T> T as(Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    public JsonNode node() {
        return MAPPER.readTree(text);
    }
}

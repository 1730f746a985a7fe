package dev.qiao.base.api;

import dev.qiao.base.Coded;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** {@code "on_hold"} comes in as {@code ON_HOLD}. */
final class WordReader extends StdDeserializer<Object> {
    WordReader(Class<?> type) {
        super(type);
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.VALUE_STRING) throw BadValue.word(json, handledType());
        var code = json.getString();
        return Arrays.stream(handledType().getEnumConstants())
                .filter(word -> ((Coded) word).code().equals(code))
                .findFirst()
                .orElseThrow(() -> BadValue.word(json, handledType()));
    }

    static List<String> known(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(word -> ((Coded) word).code())
                .toList();
    }
}

package dev.qiao.base.api;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Text that the database can keep: no NUL, no half of a character. */
final class TextReader extends StdDeserializer<String> {
    TextReader() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.VALUE_STRING) throw BadValue.expected(json, "text");
        return checked(json, json.getString());
    }

    static String checked(JsonParser json, String text) {
        for (int n = 0; n < text.length(); n++) {
            char c = text.charAt(n);
            if (c == 0) throw new BadValue(json, "base.api.nul");
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || n + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(n + 1)))
                    throw new BadValue(json, "base.api.surrogate");
                n++;
            }
        }
        return text;
    }
}

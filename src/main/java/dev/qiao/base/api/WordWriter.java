package dev.qiao.base.api;

import dev.qiao.base.Coded;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** {@code ON_HOLD} goes out as {@code "on_hold"}. */
final class WordWriter extends StdSerializer<Coded> {
    WordWriter() {
        super(Coded.class);
    }

    @Override
    public void serialize(Coded word, JsonGenerator json, SerializationContext context) {
        json.writeString(word.code());
    }
}

package dev.qiao.base.api;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.node.ObjectNode;

/** Keeps a merge patch as it came, to be read field by field. */
final class PatchReader extends StdDeserializer<Patch> {
    PatchReader() {
        super(Patch.class);
    }

    @Override
    public Patch deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.START_OBJECT) throw BadValue.expected(json, "object");
        return new Patch((ObjectNode) context.readTree(json));
    }
}

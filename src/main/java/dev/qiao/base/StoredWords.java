package dev.qiao.base;

import java.util.Arrays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Words are stored as their codes; what the first entries hold is the name of the constant, and is read as well. */
final class StoredWords extends SimpleModule {
    StoredWords() {
        super("stored words");
        addSerializer(Coded.class, new Writer());
        setDeserializerModifier(new ValueDeserializerModifier() {
            @Override
            public ValueDeserializer<?> modifyEnumDeserializer(
                    DeserializationConfig config,
                    JavaType type,
                    BeanDescription.Supplier description,
                    ValueDeserializer<?> standard) {
                return Coded.class.isAssignableFrom(type.getRawClass()) ? new Reader(type.getRawClass()) : standard;
            }
        });
    }

    private static final class Writer extends StdSerializer<Coded> {
        Writer() {
            super(Coded.class);
        }

        @Override
        public void serialize(Coded word, JsonGenerator json, SerializationContext context) {
            json.writeString(word.code());
        }
    }

    private static final class Reader extends StdDeserializer<Object> {
        Reader(Class<?> type) {
            super(type);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            var stored = json.getString();
            return Arrays.stream(handledType().getEnumConstants())
                    .map(Coded.class::cast)
                    .filter(word -> word.code().equals(stored) || word.name().equals(stored))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "no such " + handledType().getSimpleName() + " is known: " + stored));
        }
    }
}

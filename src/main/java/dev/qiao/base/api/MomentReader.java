package dev.qiao.base.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A moment is written with its zone; one without would be a guess. */
final class MomentReader extends StdDeserializer<Instant> {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2200;

    MomentReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.VALUE_STRING) throw BadValue.expected(json, "moment");
        try {
            var moment = OffsetDateTime.parse(json.getString());
            if (moment.getYear() < FIRST_YEAR || moment.getYear() > LAST_YEAR) throw BadValue.expected(json, "year");
            return moment.toInstant();
        } catch (DateTimeParseException _) {
            throw BadValue.expected(json, "moment");
        }
    }
}

package dev.qiao.base.api;

import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A value that our own readers refuse; Jackson adds the path of the field on its way up. */
final class BadValue extends DatabindException {
    private final String key;
    private final transient List<Object> arguments;

    BadValue(JsonParser json, String key, Object... arguments) {
        super(json, key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    static BadValue expected(JsonParser json, String what) {
        return new BadValue(json, "base.api.expected." + what);
    }

    static BadValue word(JsonParser json, Class<?> type) {
        return new BadValue(json, "base.api.expected.word", String.join(", ", WordReader.known(type)));
    }

    String key() {
        return key;
    }

    List<Object> arguments() {
        return arguments;
    }
}

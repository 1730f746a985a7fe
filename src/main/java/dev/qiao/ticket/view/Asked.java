package dev.qiao.ticket.view;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a field of a form was answered, as a condition: {@code printer.floor~3}; a person by login, a service by code. */
public record Asked(String form, String field, String words) {
    private static final Pattern SHAPE = Pattern.compile("([a-z0-9-]{1,64})\\.([a-z0-9_-]{1,64})~(.{1,100})");

    /** Reads {@code field:value} or {@code field:!value}; nothing when it is none. */
    public static Optional<Asked> of(String text) {
        var found = SHAPE.matcher(text);
        return found.matches()
                ? Optional.of(new Asked(found.group(1), found.group(2), found.group(3)))
                : Optional.empty();
    }

    Asked with(String other) {
        return new Asked(form, field, other);
    }

    @Override
    public String toString() {
        return form + "." + field + "~" + words;
    }
}

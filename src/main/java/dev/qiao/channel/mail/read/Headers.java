package dev.qiao.channel.mail.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The header of a mail or of one of its parts. */
public final class Headers {
    private record Field(String name, byte[] value) {}

    private static final int MOST_PER_NAME = 100;

    private final List<Field> fields = new ArrayList<>();

    Headers() {}

    /** @param raw as it stands in the mail: name, colon, value, perhaps over several lines */
    void add(byte[] raw) {
        int colon = 0;
        while (colon < raw.length && raw[colon] != ':') colon++;
        var name =
                new String(raw, 0, colon, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        var value = new ByteArrayOutputStream();
        for (int n = colon + 1; n < raw.length; n++)
            if (raw[n] != '\r' && raw[n] != '\n' && raw[n] != 0) value.write(raw[n]);
        fields.add(new Field(name, value.toByteArray()));
    }

    /** A header alone, such as a bounce sends back. */
    static Headers of(byte[] bytes) {
        var headers = new Headers();
        var lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n|\n|\r", -1);
        var open = new StringBuilder();
        for (var line : lines) {
            if (line.isEmpty() && (!headers.fields.isEmpty() || !open.isEmpty())) break;
            if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) open.append(line);
            else {
                headers.close(open);
                open.append(line);
            }
        }
        headers.close(open);
        return headers;
    }

    private void close(StringBuilder open) {
        if (open.indexOf(":") > 0) add(open.toString().getBytes(StandardCharsets.ISO_8859_1));
        open.setLength(0);
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /** In the order in which they stand, unread. */
    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .limit(MOST_PER_NAME)
                .map(field -> new String(field.value(), StandardCharsets.ISO_8859_1).strip())
                .toList();
    }

    /** The first that says something, unread; empty when there is none. */
    public String plain(String name) {
        return all(name).stream().filter(value -> !value.isEmpty()).findFirst().orElse("");
    }

    /** The same in words. */
    public String words(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(field -> EncodedWords.decode(field.value()).strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** All of that name in words, as one list. */
    String joined(String name) {
        return String.join(
                ", ",
                fields.stream()
                        .filter(field -> field.name().equals(name))
                        .limit(MOST_PER_NAME)
                        .map(field -> EncodedWords.decode(field.value()).strip())
                        .filter(value -> !value.isEmpty())
                        .toList());
    }
}

package dev.qiao.signal;

import dev.qiao.base.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object as a sender sent it, read with bounds: depth, lengths and numbers of labels. What is longer is cut, what is no text of
 * ours (NUL, lone halves of characters) is replaced; what cannot be read at all is refused with its place.
 */
public record Payload(JsonNode node, String at) {
    private static final int DEPTH = 50;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 8_000;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_LABELS = 100;
    /** Go's zero time, by which senders say that they do not know. */
    private static final int YEAR_OF_NOTHING = 1;

    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .build());

    /** Errors: malformed, when it is not UTF-8, not JSON, too deep, or no object. */
    public static Payload of(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            var node = MAPPER.readTree(text);
            if (node == null || !node.isObject()) throw Refused.malformed(null, "signal.not_an_object");
            return new Payload(node, "");
        } catch (CharacterCodingException _) {
            throw Refused.malformed(null, "signal.not_utf8");
        } catch (JacksonException e) {
            var where = e.getLocation();
            throw Refused.malformed(
                    null,
                    "signal.not_json",
                    where == null ? 0 : where.getLineNr(),
                    where == null ? 0 : where.getColumnNr());
        }
    }

    /** The objects in a list. Errors: malformed, when there is no such list or something else is in it. */
    public List<Payload> objects(String field) {
        var list = node.get(field);
        if (list == null || !list.isArray()) throw missing(field);
        var all = StreamSupport.stream(list.spliterator(), false).toList();
        var objects = new ArrayList<Payload>(all.size());
        for (int n = 0; n < all.size(); n++) {
            if (!all.get(n).isObject()) throw missing(field + "[" + n + "]");
            objects.add(new Payload(all.get(n), at + field + "[" + n + "]."));
        }
        return objects;
    }

    /** The object in a field; an empty one where there is none. */
    public Payload object(String field) {
        var object = node.get(field);
        return new Payload(object != null && object.isObject() ? object : MAPPER.createObjectNode(), at + field + ".");
    }

    /** Errors: malformed, when there is no such text or it is empty. */
    public String must(String field) {
        var line = line(field);
        if (line.isEmpty()) throw missing(field);
        return line;
    }

    /** One line; empty where there is none. */
    public String line(String field) {
        return cut(text(node.get(field)).replaceAll("\\s+", " ").strip(), LONGEST_LINE);
    }

    /** Several lines; empty where there are none. */
    public String lines(String field) {
        return cut(text(node.get(field)).strip(), LONGEST_TEXT);
    }

    /** An address that a browser may follow; empty for anything else. */
    public String url(String field) {
        var url = text(node.get(field)).strip();
        return url.length() <= LONGEST_URL && url.matches("https?://\\S+") ? url : "";
    }

    /** A moment (RFC 3339); null where there is none or the sender does not know. Errors: malformed. */
    public @Nullable Instant moment(String field) {
        var text = line(field);
        if (text.isEmpty()) return null;
        try {
            var moment = OffsetDateTime.parse(text);
            return moment.getYear() <= YEAR_OF_NOTHING ? null : moment.toInstant();
        } catch (DateTimeException _) {
            throw Refused.malformed(at + field, "signal.not_a_moment", cut(text, LONGEST_NAME));
        }
    }

    /** Names and values, in the order of the names; at most so many, the rest falls away. */
    public Map<String, String> labels(String field) {
        var labels = node.get(field);
        if (labels == null || !labels.isObject()) return Map.of();
        var sorted = new TreeMap<String, String>();
        labels.properties().forEach(label -> {
            var value = cut(text(label.getValue()).replaceAll("\\s+", " ").strip(), LONGEST_LINE);
            sorted.put(cut(clean(label.getKey()), LONGEST_NAME), value);
        });
        var most = new LinkedHashMap<String, String>();
        sorted.entrySet().stream().limit(MOST_LABELS).forEach(label -> most.put(label.getKey(), label.getValue()));
        return most;
    }

    private Refused missing(String field) {
        return Refused.malformed(at + field, "signal.missing");
    }

    private static String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) return "";
        return clean(value.isString() ? value.stringValue() : value.toString());
    }

    static String clean(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(known(c) ? c : 0xFFFD));
        return whole.toString();
    }

    private static boolean known(int c) {
        if (c == '\n' || c == '\t' || c == '\r') return true;
        return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }

    static String cut(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}

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
    private static final String IT = "it";
    private static final int DEPTH = 50;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 8_000;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_LABELS = 100;
    /** Go's zero time, by which senders say that they do not know. */
    private static final int YEAR_OF_NOTHING = 1;
    /** As far as RFC 3339 goes, and the database a little further. */
    private static final int LAST_YEAR = 9_999;

    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .build());

    /** Errors: malformed, when it is not UTF-8, not JSON, too deep, or no object. */
    public static Payload of(byte[] body) {
        var node = read(body);
        if (!node.isObject()) throw Refused.malformed(null, "signal.not_an_object");
        return new Payload(node, "");
    }

    /** One object, or a list of them. Errors: as of {@link #of}. */
    public static List<Payload> all(byte[] body) {
        var node = read(body);
        if (!node.isArray()) return List.of(of(body));
        return new Payload(MAPPER.createObjectNode().set("", node), "").objects("");
    }

    private static JsonNode read(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return MAPPER.readTree(text);
        } catch (CharacterCodingException _) {
            throw Refused.malformed(null, "signal.not_utf8");
        } catch (JacksonException e) {
            var where = e.getLocation();
            int line = where == null ? 0 : where.getLineNr();
            int column = where == null ? 0 : where.getColumnNr();
            throw Refused.malformed(null, "signal.not_json", line, column);
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
        return moment(at + field, line(field));
    }

    /** The same, of a text. */
    public static @Nullable Instant moment(String field, String text) {
        if (text.isEmpty()) return null;
        try {
            var moment = OffsetDateTime.parse(text);
            if (moment.getYear() > LAST_YEAR)
                throw Refused.malformed(field, "signal.not_a_moment", cut(text, LONGEST_NAME));
            return moment.getYear() <= YEAR_OF_NOTHING ? null : moment.toInstant();
        } catch (DateTimeException _) {
            throw Refused.malformed(field, "signal.not_a_moment", cut(text, LONGEST_NAME));
        }
    }

    /** A moment in seconds since 1970; null where there is none. Errors: malformed. */
    public @Nullable Instant second(String field) {
        var text = line(field);
        if (text.isEmpty() || text.equals("0")) return null;
        if (!text.matches("\\d{1,11}"))
            throw Refused.malformed(at + field, "signal.not_a_moment", cut(text, LONGEST_NAME));
        return Instant.ofEpochSecond(Long.parseLong(text));
    }

    /** The same by pointers (RFC 6901); an empty pointer points to nothing. */
    public String lineAt(String pointer) {
        return pointed(pointer).line(IT);
    }

    public String linesAt(String pointer) {
        return pointed(pointer).lines(IT);
    }

    public String urlAt(String pointer) {
        return pointed(pointer).url(IT);
    }

    public Map<String, String> labelsAt(String pointer) {
        return pointed(pointer).labels(IT);
    }

    /** As RFC 3339, or as seconds or milliseconds since 1970. */
    public @Nullable Instant momentAt(String pointer) {
        var text = lineAt(pointer);
        if (text.matches("\\d{9,11}")) return Instant.ofEpochSecond(Long.parseLong(text));
        if (text.matches("\\d{12,14}")) return Instant.ofEpochMilli(Long.parseLong(text));
        return moment(at + pointer, text);
    }

    /** Errors: malformed, when there is no such text or it is empty. */
    public String mustAt(String pointer) {
        var line = lineAt(pointer);
        if (line.isEmpty()) throw Refused.malformed(at + pointer, "signal.missing");
        return line;
    }

    /** The objects in the list there. Errors: malformed, when there is none. */
    public List<Payload> listAt(String pointer) {
        if (!node.at(pointer).isArray()) throw Refused.malformed(at + pointer, "signal.missing");
        return pointed(pointer).objects(IT);
    }

    private Payload pointed(String pointer) {
        var holder = MAPPER.createObjectNode();
        if (!pointer.isEmpty()) holder.set(IT, node.at(pointer));
        return new Payload(holder, at + pointer);
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
        if (value == null || value.isNull() || value.isMissingNode()) return "";
        return clean(value.isString() ? value.stringValue() : value.toString());
    }

    /** With a sign in the place of each character that is no text. */
    public static String clean(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(known(c) ? c : 0xFFFD));
        return whole.toString();
    }

    private static boolean known(int c) {
        if (c == '\n' || c == '\t' || c == '\r') return true;
        return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }

    /** As long as a line may be. */
    public static String cut(String text) {
        return cut(text, LONGEST_LINE);
    }

    /** At most so many characters of it. */
    public static String cut(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}

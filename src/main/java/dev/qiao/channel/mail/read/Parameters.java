package dev.qiao.channel.mail.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A header such as {@code text/plain; charset=utf-8}: a word, and what is said of it.
 *
 * @param word in small letters
 */
record Parameters(String word, Map<String, String> values) {
    private static final Pattern ONE =
            Pattern.compile(";\\s*([^=;\\s]+)\\s*=\\s*(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"?|[^;]*)");
    /** {@code filename*1*}: the second piece, with percent signs. */
    private static final Pattern PIECE = Pattern.compile("([^*]+)\\*(\\d{1,3})?(\\*)?");

    static Parameters of(String header) {
        int semicolon = header.indexOf(';');
        var word = (semicolon < 0 ? header : header.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
        var values = new HashMap<String, String>();
        var pieces = new TreeMap<String, TreeMap<Integer, String>>();
        var one = ONE.matcher(semicolon < 0 ? "" : header.substring(semicolon));
        while (one.find()) {
            var name = one.group(1).toLowerCase(Locale.ROOT);
            var value = unquoted(one.group(2).strip());
            var piece = PIECE.matcher(name);
            if (!piece.matches()) values.putIfAbsent(name, value);
            else
                pieces.computeIfAbsent(piece.group(1), _ -> new TreeMap<>())
                        .put(
                                piece.group(2) == null ? 0 : Integer.parseInt(piece.group(2)),
                                piece.group(3) == null && piece.group(2) != null ? value.replace("%", "%25") : value);
        }
        pieces.forEach((name, parts) -> values.put(name, extended(String.join("", parts.values()))));
        return new Parameters(word, Map.copyOf(values));
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    /** A name in words, however it was written. */
    @Nullable
    String words(String name) {
        var value = values.get(name);
        return value == null ? null : EncodedWords.decode(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String unquoted(String value) {
        if (!value.startsWith("\"")) return value;
        var inner =
                value.substring(1, value.length() > 1 && value.endsWith("\"") ? value.length() - 1 : value.length());
        return inner.replaceAll("\\\\(.)", "$1");
    }

    /** RFC 2231: {@code utf-8''%E5%B7%A5.txt}; what comes back is still bytes, for the words of the name. */
    private static String extended(String value) {
        var parts = value.split("'", 3);
        var raw = percent(parts.length == 3 ? parts[2] : value);
        var text = Charsets.decode(raw, parts.length == 3 ? parts[0] : null);
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static byte[] percent(String text) {
        var out = new ByteArrayOutputStream();
        for (int n = 0; n < text.length(); n++) {
            char c = text.charAt(n);
            int high = c == '%' && n + 2 < text.length() ? Character.digit(text.charAt(n + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(n + 2), 16);
            if (low < 0) out.write(c);
            else {
                out.write(high << 4 | low);
                n += 2;
            }
        }
        return out.toByteArray();
    }
}

package dev.qiao.channel.mail.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What was packed to pass through mail servers, unpacked. What does not belong there is passed over. */
final class Transfer {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int[] VALUE = values();

    private Transfer() {}

    /** @param encoding as it stands in the header, with whatever else stands there */
    static byte[] decode(byte[] raw, String encoding) {
        var name = encoding.strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("base64")) return base64(raw);
        if (name.startsWith("quoted-printable")) return quoted(raw, false);
        if (name.contains("uuencode") || name.equals("uue")) return unix(raw);
        return raw;
    }

    static byte[] base64(byte[] raw) {
        var out = new ByteArrayOutputStream(raw.length * 3 / 4 + 3);
        int bits = 0;
        int held = 0;
        for (byte b : raw) {
            int value = b < 0 ? -1 : VALUE[b];
            if (b == '=') {
                // What follows a padding begins anew: some senders encode line by line.
                bits = 0;
                held = 0;
            }
            if (value < 0) continue;
            held = (held << 6 | value) & 0xffffff;
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                out.write(held >> bits & 0xff);
            }
        }
        return out.toByteArray();
    }

    /** @param word whether this is an encoded word, where an underscore is a blank */
    static byte[] quoted(byte[] raw, boolean word) {
        var out = new ByteArrayOutputStream(raw.length);
        for (int n = 0; n < raw.length; n++) {
            byte b = raw[n];
            if (word && b == '_') out.write(' ');
            else if (b != '=') out.write(b);
            else {
                int high = n + 1 < raw.length ? Character.digit(raw[n + 1], 16) : -1;
                int low = n + 2 < raw.length ? Character.digit(raw[n + 2], 16) : -1;
                if (high >= 0 && low >= 0) {
                    out.write(high << 4 | low);
                    n += 2;
                } else {
                    int end = softBreak(raw, n + 1);
                    if (end < 0) out.write(b);
                    else n = end;
                }
            }
        }
        return out.toByteArray();
    }

    /** The last byte of a line break that follows here, perhaps after blanks; -1: something else does. */
    private static int softBreak(byte[] raw, int from) {
        int n = from;
        while (n < raw.length && (raw[n] == ' ' || raw[n] == '\t')) n++;
        if (n >= raw.length) return n - 1;
        if (raw[n] == '\n') return n;
        if (raw[n] != '\r') return -1;
        return n + 1 < raw.length && raw[n + 1] == '\n' ? n + 1 : n;
    }

    static byte[] unix(byte[] raw) {
        var out = new ByteArrayOutputStream(raw.length);
        boolean begun = false;
        for (var line : new String(raw, StandardCharsets.ISO_8859_1).split("\r?\n", -1)) {
            if (line.startsWith("begin ")) begun = true;
            else if (line.strip().equals("end")) break;
            else if (begun && !line.isEmpty()) unix(line, out);
        }
        return begun ? out.toByteArray() : raw;
    }

    private static void unix(String line, ByteArrayOutputStream out) {
        int left = line.charAt(0) - ' ' & 63;
        for (int n = 1; left > 0 && n < line.length(); n += 4) {
            int held = 0;
            for (int k = 0; k < 4; k++) held = held << 6 | (n + k < line.length() ? line.charAt(n + k) - ' ' & 63 : 0);
            for (int k = 2; k >= 0 && left > 0; k--, left--) out.write((held >> (8 * k)) & 0xff);
        }
    }

    private static int[] values() {
        var values = new int[128];
        java.util.Arrays.fill(values, -1);
        for (int n = 0; n < BASE64.length(); n++) values[BASE64.charAt(n)] = n;
        values['-'] = 62;
        values['_'] = 63;
        return values;
    }
}

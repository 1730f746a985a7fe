package dev.qiao.channel.mail.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encoded words of RFC 2047, also as they are really sent: without padding, with blanks inside, cut in the middle of a character, glued to
 * their neighbours, and with raw bytes between them.
 */
final class EncodedWords {
    private static final Pattern WORD =
            Pattern.compile("=\\?([\\w.:+-]{1,60})(?:\\*[\\w-]*)?\\?([bBqQ])\\?(.*?)(?:\\?=|$)", Pattern.DOTALL);

    private EncodedWords() {}

    /** What stands in words of one encoding beside each other, unpacked but not read. */
    private static final class Run {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final StringBuilder half = new StringBuilder();
        private String charset = "";

        boolean open() {
            return !charset.isEmpty();
        }

        void add(Matcher word) {
            charset = word.group(1);
            var coded = word.group(3);
            if (word.group(2).equalsIgnoreCase("b")) {
                half.append(coded.strip());
                // Some cut in the middle of four letters that belong together.
                if (half.length() % 4 == 0 || coded.contains("=")) whole();
            } else {
                whole();
                bytes.writeBytes(Transfer.quoted(coded.getBytes(StandardCharsets.ISO_8859_1), true));
            }
        }

        private void whole() {
            bytes.writeBytes(Transfer.base64(half.toString().getBytes(StandardCharsets.ISO_8859_1)));
            half.setLength(0);
        }

        /** Words of one encoding are put together before they are read: some cut a character in two. */
        String end() {
            whole();
            var text = open() ? Charsets.decode(bytes.toByteArray(), charset) : "";
            bytes.reset();
            charset = "";
            return text;
        }
    }

    /** @param raw the bytes of a header, unfolded */
    static String decode(byte[] raw) {
        var text = new String(raw, StandardCharsets.ISO_8859_1);
        var word = WORD.matcher(text);
        var out = new StringBuilder();
        var run = new Run();
        int end = 0;
        while (word.find()) {
            var between = text.substring(end, word.start());
            boolean goesOn = run.open() && between.isBlank();
            if (!goesOn || !word.group(1).equalsIgnoreCase(run.charset)) {
                out.append(run.end());
                if (!goesOn) out.append(plain(between));
            }
            run.add(word);
            end = word.end();
        }
        return out.append(run.end()).append(plain(text.substring(end))).toString();
    }

    private static String plain(String text) {
        return Charsets.decode(text.getBytes(StandardCharsets.ISO_8859_1), null);
    }
}

package dev.qiao.channel.mail.read;

/** Text that can be stored and shown. */
public final class Words {
    private Words() {}

    /** Without what no keyboard makes, and without halves of characters. */
    public static String clean(String text) {
        var out = new StringBuilder(text.length());
        for (int n = 0; n < text.length(); n++) {
            char c = text.charAt(n);
            if (Character.isHighSurrogate(c) && n + 1 < text.length() && Character.isLowSurrogate(text.charAt(n + 1))) {
                out.append(c).append(text.charAt(++n));
            } else if (Character.isSurrogate(c)) out.append('\ufffd');
            else if (c == '\r') {
                if (n + 1 >= text.length() || text.charAt(n + 1) != '\n') out.append('\n');
            } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) out.append(c);
        }
        return out.toString();
    }

    /** One line, at most so many characters; an ellipsis says that there was more. */
    public static String line(String text, int most) {
        return bounded(clean(text).replaceAll("\\s+", " ").strip(), most);
    }

    /** At most so many characters. */
    public static String bounded(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) return text;
        return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }

    /** Whether there is nothing to be seen. */
    public static boolean blank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT);
    }
}

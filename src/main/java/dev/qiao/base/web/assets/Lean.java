package dev.qiao.base.web.assets;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Styles and modules without what only their readers in the source need. */
final class Lean {
    private static final Pattern COMMENT = Pattern.compile("(?ms)^\\s*/\\*.*?\\*/\\s*$");
    private static final Pattern INDENTED = Pattern.compile("(?m)^\\s+");

    /** A text in quotes stays; a comment goes; around signs that part rules no space is needed. */
    private static final Pattern STYLE =
            Pattern.compile("(?s)(\"[^\"]*\"|'[^']*')|/\\*.*?\\*/\\s*|\\s*([{};,])\\s*|(?<=[\\w-]:)\\s+|(\\s)\\s*");

    private Lean() {}

    /** Without comments of whole lines, and indentation. */
    static byte[] module(byte[] source) {
        var text = new String(source, StandardCharsets.UTF_8);
        return INDENTED.matcher(COMMENT.matcher(text).replaceAll(""))
                .replaceAll("")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] style(byte[] source) {
        var lean = STYLE.matcher(new String(source, StandardCharsets.UTF_8)).replaceAll(found -> {
            if (found.group(1) != null) return Matcher.quoteReplacement(found.group(1));
            if (found.group(2) != null) return found.group(2);
            return found.group(3) != null ? " " : "";
        });
        return lean.getBytes(StandardCharsets.UTF_8);
    }
}

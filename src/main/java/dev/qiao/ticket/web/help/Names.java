package dev.qiao.ticket.web.help;

import java.lang.Character.UnicodeScript;

/** How one calls somebody in a friendly way. */
final class Names {
    private Names() {}

    /** Without the family name: 郑海涛 is 海涛; but 何静 stays, and of other names it is the first word. */
    static String called(String name) {
        var full = name.strip();
        boolean chinese = !full.isEmpty() && full.codePoints().allMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN);
        if (!chinese) return full.split("\\s+", 2)[0];
        int length = full.codePointCount(0, full.length());
        return length == 3 || length == 4 ? full.substring(full.offsetByCodePoints(0, length - 2)) : full;
    }
}

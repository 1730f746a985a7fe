package dev.qiao.signal.pattern;

import java.util.Locale;
import java.util.Set;

/** What a piece of a line looks like, with no knowledge of who wrote it: a number, an address, a place in a file, a unit, or just a word. */
final class Shape {
    private static final int LONG_HEX = 8;
    private static final int GROUPS = 4;
    private static final Set<String> CALENDAR = Set.of(
            "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
            "Sep", "Oct", "Nov", "Dec");
    private static final Set<String> UNITS = Set.of(
            "b", "kb", "mb", "gb", "tb", "kib", "mib", "gib", "byte", "bytes", "%", "ns", "us", "ms", "msec", "msecs",
            "s", "sec", "secs", "second", "seconds", "min", "mins", "minute", "minutes", "h", "hour", "hours", "day",
            "days");
    private static final Set<String> NOTHING = Set.of("null", "none", "nil");
    private static final Set<String> DOMAINS = Set.of(
            "com",
            "net",
            "org",
            "edu",
            "gov",
            "mil",
            "int",
            "info",
            "biz",
            "io",
            "dev",
            "local",
            "localdomain",
            "lan",
            "internal",
            "home",
            "at",
            "au",
            "br",
            "ch",
            "cn",
            "de",
            "eu",
            "fr",
            "hk",
            "in",
            "it",
            "jp",
            "kr",
            "nl",
            "pl",
            "ru",
            "tw",
            "uk",
            "us");

    private Shape() {}

    static boolean separator(char c) {
        return "=:,;()[]{}<>\"'|，。：；、！？（）【】《》“”‘’".indexOf(c) >= 0;
    }

    /** Blanks, and what no text should hold: it parts words and is never kept. */
    static boolean blank(char c) {
        return c <= ' '
                || c == '…'
                || Character.isISOControl(c)
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c);
    }

    /** Writing that puts no blanks between words, so that a number in it is a word of its own. */
    static boolean ideograph(char c) {
        return c >= 0x2E80 && c < 0xD800;
    }

    /** Whether a word says a value by its looks alone. */
    static boolean value(String word) {
        var bare = bare(word);
        return digit(word)
                || CALENDAR.contains(word)
                || (bare.length() >= LONG_HEX && hex(bare))
                || path(bare)
                || host(bare)
                || (bare.indexOf('@') > 0 && bare.indexOf('.') > 0);
    }

    static boolean nothing(String word) {
        return NOTHING.contains(bare(word).toLowerCase(Locale.ROOT));
    }

    static boolean unit(String word) {
        return UNITS.contains(bare(word).toLowerCase(Locale.ROOT));
    }

    /** A part of an address such as {@code fe80::ca:db}, once what stands before it is known to be one. */
    static boolean hexPart(String word) {
        return (word.length() == 2 || word.length() == 4) && hex(word);
    }

    /** Without the dots that end a sentence. */
    static String bare(String word) {
        int end = word.length();
        while (end > 1 && word.charAt(end - 1) == '.') end--;
        return word.substring(0, end);
    }

    private static boolean digit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private static boolean hex(String word) {
        return word.chars().allMatch(Shape::hex);
    }

    private static boolean hex(int c) {
        return Character.digit(c, 16) >= 0 && c < 0x80;
    }

    private static boolean path(String word) {
        int first = word.indexOf('/');
        return first >= 0 && (word.indexOf('/', first + 1) >= 0 || word.indexOf('.') >= 0);
    }

    private static boolean host(String word) {
        int dot = word.lastIndexOf('.');
        return dot > 0 && DOMAINS.contains(word.substring(dot + 1)) && dotted(word);
    }

    /** Names joined by dots, such as a host or a class. */
    static boolean dotted(String word) {
        return word.indexOf('.') > 0
                && word.chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '$');
    }

    /** Where a path or an address with a scheme that begins here ends, or the beginning if none does. */
    static int place(String line, int from, int end) {
        if (!begins(line, from, end)) return from;
        int at = from;
        while (at < end && !blank(line.charAt(at)) && "\"'<>()[],;，。；（）".indexOf(line.charAt(at)) < 0) at++;
        while (at > from && ":.".indexOf(line.charAt(at - 1)) >= 0) at--;
        return at - from > 1 ? at : from;
    }

    private static boolean begins(String line, int from, int end) {
        char c = line.charAt(from);
        if (c == '/' || line.startsWith("~/", from) || line.startsWith("./", from) || line.startsWith("../", from))
            return true;
        if (!Character.isLetter(c)) return false;
        if (line.startsWith(":\\", from + 1)) return true;
        int at = from;
        while (at < end && (Character.isLetterOrDigit(line.charAt(at)) || "+.-".indexOf(line.charAt(at)) >= 0)) at++;
        return at < end && line.startsWith("://", at);
    }

    /** Where an address of at least four groups of hexadecimal digits that begins here ends, or the beginning if none does. */
    static int groups(String line, int from, int end) {
        int at = from;
        for (int groups = 1; ; groups++) {
            int start = at;
            while (at < end && at - start < 4 && hex(line.charAt(at))) at++;
            if (at == start) return from;
            int next = at;
            while (next < end && next - at < 2 && (line.charAt(next) == ':' || line.charAt(next) == '-')) next++;
            if (next == at || next == end || !hex(line.charAt(next)))
                return groups >= GROUPS && (at == end || blank(line.charAt(at)) || separator(line.charAt(at)))
                        ? at
                        : from;
            at = next;
        }
    }
}

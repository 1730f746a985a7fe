package dev.qiao.signal.pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where the header of a line ends. Headers of all systems are made of the same things, so it is found by what they are made of, in
 * whatever order: times, levels, numbers of processes, something in brackets, a name before a colon or in a column of its own.
 */
final class Cut {
    private static final int LOOKED_AT = 400;
    private static final int PARTS = 16;
    private static final int PARTS_BEFORE_TIME = 5;
    private static final int MORE_PIPES = 2;

    private final String line;
    private final String start;
    private int at;
    private boolean over;
    private boolean bracket;
    private @Nullable String time;
    private @Nullable String level;
    private @Nullable String host;
    private @Nullable String process;

    Cut(String line) {
        this.line = line;
        this.start = line.substring(0, Math.min(line.length(), LOOKED_AT));
    }

    Header header() {
        take(Part.PRIORITY);
        if (!timeSoon()) return new Header(null, null, null, null, line);
        while (Stamp.partial(time) && timeSoon()) blanks();
        for (int n = 0; n < PARTS && !over && part(); n++) blanks();
        blanks();
        return new Header(time, level, host, process, line.substring(at));
    }

    /** A time, if all that stands before it can be part of a header. */
    private boolean timeSoon() {
        int from = at;
        take(Part.COLUMNS);
        for (int n = 0; n <= PARTS_BEFORE_TIME; n++) {
            blanks();
            if (time()) return true;
            if (take(Part.BEFORE_TIME) == null) break;
        }
        at = from;
        return false;
    }

    private boolean time() {
        boolean open = at < start.length() && "[(".indexOf(start.charAt(at)) >= 0;
        int from = open ? at + 1 : at;
        int end = Stamp.end(start, from);
        if (end == from) return false;
        time = start.substring(from, end);
        at = open && end < start.length() && "])".indexOf(start.charAt(end)) >= 0 ? end + 1 : end;
        return true;
    }

    /** One more part of the header, or no: then the message begins. */
    private boolean part() {
        blanks();
        return (process == null && level == null && time())
                || (level == null && level())
                || stroke()
                || brackets()
                || (process == null && ((level == null && number()) || syslog() || named()));
    }

    private boolean level() {
        level = take(Part.LEVEL);
        if (level == null) level = take(Part.LETTER);
        if (level == null) level = take(Part.LOUD);
        return level != null;
    }

    /** A dash after a level or brackets is the last of the header. */
    private boolean stroke() {
        var stroke = take(Part.STROKE);
        over = "-".equals(stroke) && (level != null || bracket);
        return stroke != null;
    }

    /** Brackets name a thread, a request, a client. After a name they are the last of the header. */
    private boolean brackets() {
        if ((bracket && process != null) || take(Part.BRACKETS) == null) return false;
        bracket = true;
        return true;
    }

    private boolean number() {
        return take(Part.NUMBER) != null;
    }

    /** A machine before the name of a program; in the old form of syslog also before a bare message, if it looks like a machine. */
    private boolean syslog() {
        if (level != null || host != null) return false;
        int from = at;
        var first = take(Part.HOST);
        if (first != null && (called() || (Stamp.syslog(time) && machine(first)))) {
            host = first;
            return true;
        }
        at = from;
        return false;
    }

    private static boolean machine(String name) {
        return name.chars().anyMatch(c -> c == '.' || c == '-' || Character.isDigit(c));
    }

    private boolean named() {
        if (called()) return true;
        process = level == null ? take(Part.DASHED) : take(Part.CLASS);
        if (process == null && level != null) process = take(Part.COLUMN);
        return process != null || (level == null && piped());
    }

    /** A name before a colon: what follows is the message. */
    private boolean called() {
        process = take(Part.LONG_NAME);
        if (process == null) process = take(Part.NAME);
        over = process != null;
        return over;
    }

    private boolean piped() {
        process = take(Part.PIPED);
        for (int n = 0; process != null && n < MORE_PIPES; n++) take(Part.PIPED);
        return process != null;
    }

    private void blanks() {
        while (at < start.length() && (start.charAt(at) == ',' || Shape.blank(start.charAt(at)))) at++;
    }

    private @Nullable String take(Part part) {
        var match = part.pattern().matcher(start).region(at, start.length()).useTransparentBounds(true);
        if (!match.lookingAt()) return null;
        at = match.end();
        for (int n = 1; n <= match.groupCount(); n++) if (match.group(n) != null) return match.group(n);
        return match.group();
    }
}

package dev.qiao.signal.pattern;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a line says it was written, in the forms that programs use. It is found, not understood: zones and years are often missing. */
final class Stamp {
    private static final String CLOCK = "\\d{1,2}[:.]\\d{1,2}[:.]\\d{1,2}(?:[.,:]\\d{1,9})?";
    private static final String ZONE = "(?: ?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?";
    private static final String DATE =
            "(?:\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}|\\d{1,2}([-/.])\\d{1,2}(?:\\2\\d{2,4})?|\\d{8})";
    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private static final String DAY = "(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?";
    private static final String YEAR = "(?: \\d{4})?";

    private static final Pattern FORMS = Pattern.compile(String.join(
            "|",
            DATE + "(?:[T_:-]|,? {1,2})" + CLOCK + ZONE,
            DAY + MONTH + " {1,2}\\d{1,2}" + YEAR + ",? " + CLOCK + ZONE + YEAR,
            DAY + "\\d{1,2}[ /-]" + MONTH + "[ /-]\\d{4}[ :]" + CLOCK + ZONE,
            "\\d{4}[-./]\\d{2}[-./]\\d{2}",
            "\\d{6} \\d{6}",
            "\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?",
            "1\\d{9}(?:\\.\\d{1,9}|\\d{3})?"));

    private static final Pattern DAY_ALONE =
            Pattern.compile("\\d{4}[-./]\\d{2}[-./]\\d{2}|1\\d{9}(?:\\.\\d{1,9}|\\d{3})?");

    private static final Pattern SYSLOG = Pattern.compile(MONTH + " {1,2}\\d{1,2} \\d{2}:\\d{2}:\\d{2}");

    private Stamp() {}

    /** Where a time that begins here ends, or the beginning if none does. What follows must not belong to it. */
    static int end(CharSequence line, int from) {
        var match = FORMS.matcher(line).region(from, line.length()).useTransparentBounds(true);
        if (!match.lookingAt()) return from;
        int end = match.end();
        return end == line.length() || parts(line.charAt(end)) ? end : from;
    }

    private static boolean parts(char c) {
        return !Character.isLetterOrDigit(c) && "_-/.".indexOf(c) < 0;
    }

    /** The old form of syslog: a month by its name, a day, and no year. */
    static boolean syslog(@Nullable String time) {
        return time != null && SYSLOG.matcher(time).matches();
    }

    /** A date or a count of seconds, which many a line has before the time proper. */
    static boolean partial(@Nullable String time) {
        return time == null || DAY_ALONE.matcher(time).matches();
    }
}

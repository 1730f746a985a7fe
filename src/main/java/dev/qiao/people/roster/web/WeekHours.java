package dev.qiao.people.roster.web;

import dev.qiao.base.Refused;
import dev.qiao.people.roster.Window;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Hours of a week in words, one field a weekday: {@code 09:00-18:00 20:00-08:00}. */
public final class WeekHours {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-–—~至到]\\s*(\\d{1,2}):(\\d{2})");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;，、；]*");
    private static final int DAY = 1440;

    private WeekHours() {}

    public static String field(DayOfWeek day) {
        return "hours." + day.getValue();
    }

    public static String written(List<Window> windows, DayOfWeek day) {
        return windows.stream()
                .filter(window -> window.day() == day)
                .map(window -> clock(window.starts()) + "-" + clock(window.ends()))
                .collect(Collectors.joining(" "));
    }

    /** Reads what was typed. Errors: invalid, naming the field. */
    static List<Window> read(Map<String, String> fields) {
        var windows = new ArrayList<Window>();
        for (var day : DayOfWeek.values()) {
            var field = field(day);
            var text = fields.getOrDefault(field, "");
            var found = SPAN.matcher(text);
            int end = 0;
            while (found.find()) {
                if (!BETWEEN.matcher(text.substring(end, found.start())).matches()) throw misspelt(field);
                int starts = minute(field, found.group(1), found.group(2));
                int ends = minute(field, found.group(3), found.group(4));
                windows.add(new Window(day, starts % DAY, ends == 0 ? DAY : ends));
                end = found.end();
            }
            if (!BETWEEN.matcher(text.substring(end)).matches()) throw misspelt(field);
        }
        return windows;
    }

    private static int minute(String field, String hour, String minute) {
        int time = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        if (Integer.parseInt(minute) > 59 || time > DAY) throw misspelt(field);
        return time;
    }

    private static Refused misspelt(String field) {
        return Refused.invalid(field, "people.roster_span");
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}

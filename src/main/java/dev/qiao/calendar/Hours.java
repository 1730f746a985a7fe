package dev.qiao.calendar;

import dev.qiao.base.Refused;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Working hours within one day, from minute to minute of the wall clock; minute 1440 is the end of the day. */
public record Hours(int from, int to) {
    static final int DAY = 24 * 60;
    static final int MOST = 12;

    private static final Pattern BETWEEN = Pattern.compile("[,，、;；]|(?<=\\d)\\s+(?=\\d)");
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-–~]\\s*(\\d{1,2}):(\\d{2})");

    public Hours {
        if (from < 0 || to > DAY || from >= to)
            throw Refused.invalid("hours", "calendar.hours_wrong", clock(from) + "-" + clock(to));
    }

    /** Reads a day's hours such as {@code 09:00-12:00 13:00-18:00}; nothing written is a day off. */
    public static List<Hours> day(String field, String text) {
        var hours = BETWEEN.splitAsStream(text.strip())
                .filter(part -> !part.isBlank())
                .map(part -> parse(field, part.strip()))
                .sorted(Comparator.comparingInt(Hours::from))
                .toList();
        for (int i = 1; i < hours.size(); i++) {
            if (hours.get(i).from < hours.get(i - 1).to) throw Refused.invalid(field, "calendar.hours_overlap", text);
        }
        if (hours.size() > MOST) throw Refused.invalid(field, "calendar.hours_too_many", MOST);
        return hours;
    }

    /** The reverse of {@link #day}. */
    public static String written(List<Hours> day) {
        return day.stream().map(Hours::toString).collect(Collectors.joining(" "));
    }

    public int minutes() {
        return to - from;
    }

    @Override
    public String toString() {
        return clock(from) + "-" + clock(to);
    }

    private static Hours parse(String field, String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) throw Refused.invalid(field, "calendar.hours_wrong", text);
        var part = Stream.of(1, 2, 3, 4)
                .mapToInt(i -> Integer.parseInt(written.group(i)))
                .toArray();
        int from = part[0] * 60 + part[1];
        int to = part[2] * 60 + part[3];
        if (part[1] > 59 || part[3] > 59 || to > DAY || from >= to)
            throw Refused.invalid(field, "calendar.hours_wrong", text);
        return new Hours(from, to);
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}

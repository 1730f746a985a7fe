package dev.qiao.people.web;

import dev.qiao.base.Refused;
import dev.qiao.people.Duty;
import dev.qiao.people.Person;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The weekly roster as a grid of people and weekdays, each cell with its spans in words: {@code 09:00-18:00 20:00-08:00}. */
public record RosterGrid(List<Person> members, List<Duty> duties) {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-–—~至到]\\s*(\\d{1,2}):(\\d{2})");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;，、；]*");
    private static final int DAY = 1440;

    public static String field(long person, DayOfWeek day) {
        return "duty." + person + "." + day.getValue();
    }

    public String cell(long person, DayOfWeek day) {
        return duties.stream()
                .filter(duty -> duty.person() == person && duty.day() == day)
                .map(duty -> clock(duty.starts()) + "-" + clock(duty.ends()))
                .collect(Collectors.joining(" "));
    }

    /** Reads what was typed. Errors: invalid, naming the cell. */
    static List<Duty> read(List<Person> members, Map<String, String> fields) {
        var duties = new ArrayList<Duty>();
        for (var member : members) {
            for (var day : DayOfWeek.values()) {
                var field = field(member.id(), day);
                spans(field, fields.getOrDefault(field, ""))
                        .forEach(span -> duties.add(new Duty(member.id(), day, span[0], span[1])));
            }
        }
        return duties;
    }

    private static List<int[]> spans(String field, String text) {
        var spans = new ArrayList<int[]>();
        var found = SPAN.matcher(text);
        int end = 0;
        while (found.find()) {
            if (!BETWEEN.matcher(text.substring(end, found.start())).matches()) throw misspelt(field);
            int starts = minute(field, found.group(1), found.group(2));
            int ends = minute(field, found.group(3), found.group(4));
            spans.add(new int[] {starts % DAY, ends == 0 ? DAY : ends});
            end = found.end();
        }
        if (!BETWEEN.matcher(text.substring(end)).matches()) throw misspelt(field);
        return spans;
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

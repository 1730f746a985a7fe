package dev.qiao.calendar.web;

import dev.qiao.base.Refused;
import dev.qiao.base.web.Lang;
import dev.qiao.calendar.Calendar;
import dev.qiao.calendar.Hours;
import dev.qiao.calendar.Rules;
import dev.qiao.calendar.Rules.Special;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a calendar holds.
 *
 * @param like the calendar that a new one takes its holidays from
 * @param week the hours of Monday to Sunday
 * @param days days of its own, one a line, in the words of the reader
 * @param seen the revision that was read; null for a new calendar
 */
public record CalendarForm(
        @Nullable String code,
        @Nullable String like,
        String name,
        String zone,
        @Nullable List<String> week,
        @Nullable String makeUp,
        @Nullable String days,
        @Nullable Long seen) {
    private static final String WORK = "calendar.day_make_up";
    private static final String OFF = "calendar.day_off";
    private static final int OWN = 0;
    private static final int MOST_DAYS = 400;
    private static final int LONGEST_NAME = 40;

    /** A field that did not come is empty. */
    public CalendarForm {
        name = Objects.requireNonNullElse(name, "");
        zone = Objects.requireNonNullElse(zone, "");
    }

    static CalendarForm like(Calendar calendar, Lang lang) {
        return of(calendar, lang, "", calendar.code(), "", null);
    }

    static CalendarForm of(Calendar calendar, Lang lang) {
        return of(calendar, lang, calendar.code(), null, calendar.name(), calendar.revision());
    }

    private static CalendarForm of(
            Calendar calendar, Lang lang, String code, @Nullable String like, String name, @Nullable Long seen) {
        var rules = calendar.rules();
        return new CalendarForm(
                code,
                like,
                name,
                rules.zone().getId(),
                rules.week().stream().map(Hours::written).toList(),
                Hours.written(rules.makeUp()),
                written(rules, lang),
                seen);
    }

    /** The hours of a weekday, 1 to 7. */
    public String day(int day) {
        return week == null || day > week.size() ? "" : week.get(day - 1);
    }

    /** The rules that the form describes; published holidays stay as they are in {@code base}. */
    Rules rules(Rules base, Lang lang) {
        var all = new TreeMap<>(base.days());
        all.values().removeIf(day -> day.list() == OWN);
        all.putAll(own(lang));
        if (week == null || week.size() != 7) throw Refused.invalid("week", "calendar.week_days");
        return new Rules(
                readZone(),
                week.stream().map(day -> Hours.day("week", day)).toList(),
                Hours.day("makeUp", Objects.requireNonNullElse(makeUp, "")),
                base.listed(),
                base.years(),
                all);
    }

    private ZoneId readZone() {
        try {
            return ZoneId.of(zone.strip());
        } catch (DateTimeException e) {
            throw Refused.invalid("zone", "calendar.zone_wrong", zone);
        }
    }

    private Map<LocalDate, Special> own(Lang lang) {
        var lines = Objects.requireNonNullElse(days, "").lines().toList();
        if (lines.size() > MOST_DAYS) throw Refused.invalid("days", "calendar.too_many_days", MOST_DAYS);
        var own = new TreeMap<LocalDate, Special>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) put(own, lines.get(i).strip(), i + 1, lang);
        }
        return own;
    }

    private static void put(Map<LocalDate, Special> own, String line, int number, Lang lang) {
        var part = new ArrayList<>(List.of(line.split("\\s+", 3)));
        while (part.size() < 3) part.add("");
        boolean working = part.get(1).equalsIgnoreCase(lang.t(WORK));
        if ((!working && !part.get(1).equalsIgnoreCase(lang.t(OFF)))
                || part.get(2).length() > LONGEST_NAME) throw Refused.invalid("days", "calendar.day_wrong", number);
        try {
            own.put(LocalDate.parse(part.get(0)), new Special(working, part.get(2), OWN));
        } catch (DateTimeException e) {
            throw Refused.invalid("days", "calendar.day_wrong", number);
        }
    }

    private static String written(Rules rules, Lang lang) {
        return rules.days().entrySet().stream()
                .filter(day -> day.getValue().list() == OWN)
                .map(day -> "%s %s %s"
                        .formatted(
                                day.getKey(),
                                lang.t(day.getValue().working() ? WORK : OFF),
                                day.getValue().name())
                        .strip())
                .collect(Collectors.joining("\n"));
    }
}

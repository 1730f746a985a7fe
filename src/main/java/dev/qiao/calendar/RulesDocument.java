package dev.qiao.calendar;

import dev.qiao.base.Json;
import dev.qiao.calendar.Rules.Special;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rules as they are stored: once written never changed, so it only ever grows. */
record RulesDocument(
        String zone, List<String> week, String makeUp, boolean listed, List<Integer> years, List<Day> days) {

    record Day(String date, boolean working, String name, int list) {}

    static Json write(Rules rules) {
        return Json.of(new RulesDocument(
                rules.zone().getId(),
                rules.week().stream().map(Hours::written).toList(),
                Hours.written(rules.makeUp()),
                rules.listed(),
                List.copyOf(rules.years()),
                rules.days().entrySet().stream()
                        .map(d -> new Day(
                                d.getKey().toString(),
                                d.getValue().working(),
                                d.getValue().name(),
                                d.getValue().list()))
                        .toList()));
    }

    static Rules read(Json json) {
        var document = json.as(RulesDocument.class);
        var days = new TreeMap<LocalDate, Special>();
        for (var day : document.days) {
            days.put(LocalDate.parse(day.date), new Special(day.working, day.name, day.list));
        }
        return new Rules(
                ZoneId.of(document.zone),
                document.week.stream().map(day -> Hours.day("week", day)).toList(),
                Hours.day("makeUp", document.makeUp),
                document.listed,
                new TreeSet<>(document.years),
                days);
    }
}

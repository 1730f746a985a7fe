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

    static RulesDocument of(Rules rules) {
        return new RulesDocument(
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
                        .toList());
    }

    static Json write(Rules rules) {
        return Json.of(of(rules));
    }

    static Rules read(Json json) {
        return json.as(RulesDocument.class).rules();
    }

    Rules rules() {
        var special = new TreeMap<LocalDate, Special>();
        for (var day : days) {
            special.put(LocalDate.parse(day.date), new Special(day.working, day.name, day.list));
        }
        return new Rules(
                ZoneId.of(zone),
                week.stream().map(day -> Hours.day("week", day)).toList(),
                Hours.day("makeUp", makeUp),
                listed,
                new TreeSet<>(years),
                special);
    }
}

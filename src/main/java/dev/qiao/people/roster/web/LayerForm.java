package dev.qiao.people.roster.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import dev.qiao.people.roster.Layer;
import dev.qiao.people.roster.Layer.Unit;
import dev.qiao.people.roster.LayerDraft;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the form of a layer holds: {@code turn.17} is the place of person 17 in the order, {@code hours.1} the hours of Monday. */
public record LayerForm(Map<String, String> fields) {
    private static final String TURN = "turn.";
    private static final String TURN_OF = "turn\\.\\d{1,18}";

    public static String turn(long person) {
        return TURN + person;
    }

    static LayerForm empty(LocalDate monday) {
        return new LayerForm(Map.of(
                "name",
                "",
                "level",
                "0",
                "every",
                "1",
                "unit",
                "week",
                "starts",
                monday.atTime(9, 0).toString()));
    }

    static LayerForm of(Layer layer) {
        var fields = new HashMap<String, String>();
        fields.put("name", layer.name());
        fields.put("level", String.valueOf(layer.level()));
        fields.put("every", String.valueOf(layer.every()));
        fields.put("unit", layer.unit().code());
        fields.put("starts", layer.starts().toString());
        fields.put("ends", layer.ends() == null ? "" : layer.ends().toString());
        fields.put("seen", String.valueOf(layer.version()));
        for (int i = 0; i < layer.turns().size(); i++) {
            for (long person : layer.turns().get(i)) fields.put(turn(person), String.valueOf(i + 1));
        }
        for (var day : java.time.DayOfWeek.values())
            fields.put(WeekHours.field(day), WeekHours.written(layer.windows(), day));
        return new LayerForm(fields);
    }

    public String value(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** Who has a turn. */
    Set<Long> persons() {
        return fields.keySet().stream()
                .filter(field -> field.matches(TURN_OF) && !value(field).isEmpty())
                .map(field -> Long.valueOf(field.substring(TURN.length())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    int seen() {
        return number("seen");
    }

    /** Errors: what is no number, no time or no hours, naming the field. */
    LayerDraft draft() {
        return new LayerDraft(
                value("name"),
                number("level"),
                time("starts"),
                value("ends").isEmpty() ? null : time("ends"),
                number("every"),
                Coded.of(Unit.class, "unit", value("unit")),
                turns(),
                WeekHours.read(fields));
    }

    private List<Set<Long>> turns() {
        var turns = new TreeMap<Integer, Set<Long>>();
        for (long person : persons()) {
            turns.computeIfAbsent(number(turn(person)), _ -> new TreeSet<>()).add(person);
        }
        return List.copyOf(turns.values());
    }

    private int number(String field) {
        if (!value(field).matches("\\d{1,4}")) throw Refused.invalid(field, "people.no_number");
        return Integer.parseInt(value(field));
    }

    private LocalDateTime time(String field) {
        try {
            return LocalDateTime.parse(value(field));
        } catch (DateTimeParseException _) {
            throw Refused.invalid(field, "people.no_time");
        }
    }
}

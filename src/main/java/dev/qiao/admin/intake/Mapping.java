package dev.qiao.admin.intake;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How another system's file is to be read: which column tells what, what its words mean, how it writes dates.
 *
 * @param source under which name its tickets are remembered
 * @param missing what stands for nothing
 * @param columns for each field the columns that may hold it; the first that the file has counts
 * @param words for each field what the file's words, in small letters, mean
 * @param title the fields or columns from which a title is made where there is none
 * @param titleTag marks such a ticket; empty: no mark
 * @param keep columns that are kept as they are
 */
record Mapping(
        String source,
        Set<String> missing,
        List<DateTimeFormatter> dates,
        Map<Field, List<String>> columns,
        Map<Field, Map<String, String>> words,
        List<String> title,
        String titleTag,
        List<String> keep) {

    private static final Set<Field> WORDED = Set.of(
            Field.STATE,
            Field.KIND,
            Field.IMPACT,
            Field.URGENCY,
            Field.PRIORITY,
            Field.CHANNEL,
            Field.OUTCOME,
            Field.CAUSE);

    /** From keys such as {@code columns.ref} and {@code words.state.New}. Errors: whatever is unknown or missing in it. */
    static Mapping of(Map<String, List<String>> told) {
        var columns = new EnumMap<Field, List<String>>(Field.class);
        var words = new EnumMap<Field, Map<String, String>>(Field.class);
        told.forEach((key, values) -> {
            if (key.startsWith("columns.")) {
                columns.put(Coded.of(Field.class, key, key.substring("columns.".length())), values);
            } else if (key.startsWith("words.")) {
                var parts = key.split("\\.", 3);
                if (parts.length < 3) throw Refused.invalid(key, "admin.mapping_words");
                var field = Coded.of(Field.class, key, parts[1]);
                if (!WORDED.contains(field)) throw Refused.invalid(key, "admin.mapping_wordless", known(WORDED));
                words.computeIfAbsent(field, _ -> new HashMap<>()).put(small(parts[2]), String.join(",", values));
            } else if (!Set.of("source", "missing", "dates", "title", "title_tag", "keep")
                    .contains(key)) {
                throw Refused.invalid(key, "admin.mapping_unknown");
            }
        });
        if (!columns.containsKey(Field.REF)) throw Refused.invalid("columns.ref", "admin.mapping_no_ref");
        if (!columns.containsKey(Field.OPENED_AT))
            throw Refused.invalid("columns.opened_at", "admin.mapping_no_opening");
        return new Mapping(
                first(told, "source", "list"),
                Set.copyOf(told.getOrDefault("missing", List.of(""))),
                told.getOrDefault("dates", List.of("yyyy-MM-dd HH:mm")).stream()
                        .map(Mapping::date)
                        .toList(),
                Map.copyOf(columns),
                Map.copyOf(words),
                told.getOrDefault("title", List.of()),
                first(told, "title_tag", ""),
                told.getOrDefault("keep", List.of()));
    }

    static String small(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    private static String first(Map<String, List<String>> told, String key, String otherwise) {
        var values = told.getOrDefault(key, List.of());
        return values.isEmpty() || values.getFirst().isBlank()
                ? otherwise
                : values.getFirst().strip();
    }

    private static DateTimeFormatter date(String pattern) {
        try {
            return new DateTimeFormatterBuilder()
                    .appendPattern(pattern)
                    .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                    .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                    .toFormatter(Locale.ROOT);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refused.invalid("dates", "admin.mapping_date", pattern);
        }
    }

    private static String known(Set<Field> fields) {
        return String.join(", ", fields.stream().map(Field::code).sorted().toList());
    }
}

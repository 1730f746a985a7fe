package dev.qiao.admin.intake;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.Weight.Priority;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file with these columns, read by a mapping: turns rows into updates, or refuses them with the reason. */
final class Sheet {
    private static final Pattern DOUBLED = Pattern.compile(" +");
    private static final String NOTHING = "unknown";

    private final Mapping mapping;
    private final ZoneId zone;
    private final List<String> header;
    private final Map<Field, Integer> places = new EnumMap<>(Field.class);

    /** Errors: the file has no column for what a ticket cannot be without. */
    Sheet(Mapping mapping, List<String> header, ZoneId zone) {
        this.mapping = mapping;
        this.zone = zone;
        this.header = header;
        mapping.columns()
                .forEach((field, names) -> names.stream()
                        .map(header::indexOf)
                        .filter(place -> place >= 0)
                        .findFirst()
                        .ifPresent(place -> places.put(field, place)));
        for (var field : List.of(Field.REF, Field.OPENED_AT)) {
            if (places.containsKey(field)) continue;
            var names = mapping.columns().getOrDefault(field, List.of());
            if (header.stream().allMatch(String::isBlank)) throw Refused.invalid("file", "admin.no_header");
            throw Refused.invalid(field.code(), "admin.no_column", String.join(", ", names), String.join(", ", header));
        }
    }

    /** Whether each row is one update of several. */
    boolean isLog() {
        return places.containsKey(Field.AT);
    }

    String ref(List<String> row) {
        return Objects.requireNonNullElse(text(row, Field.REF), "");
    }

    /**
     * What a row says.
     * Errors: invalid, naming the field.
     *
     * @param latest a past holds nothing after this moment
     */
    Update update(Csv.Row read, Instant latest) {
        var row = read.fields();
        if (row.size() != header.size()) throw Refused.invalid("row", "admin.row_width", row.size(), header.size());
        var ref = text(row, Field.REF);
        if (ref == null) throw Refused.invalid("ref", "admin.row_missing");
        var openedAt = moment(row, Field.OPENED_AT, latest);
        if (openedAt == null) throw Refused.invalid("opened_at", "admin.row_missing");
        var at = moment(row, Field.AT, latest);
        if (isLog() && at == null) throw Refused.invalid("at", "admin.row_missing");
        var title = text(row, Field.TITLE);
        return new Update(
                read,
                ref,
                at,
                openedAt,
                new Update.Moments(
                        moment(row, Field.ACCEPTED_AT, latest),
                        moment(row, Field.RESOLVED_AT, latest),
                        moment(row, Field.CLOSED_AT, latest)),
                state(row),
                word(row, Field.KIND, Kind.class, Kind.INCIDENT),
                title == null ? madeTitle(row, ref) : title,
                title != null,
                Objects.requireNonNullElse(text(row, Field.DESCRIPTION), ""),
                Stream.of(text(row, Field.CATEGORY), text(row, Field.SUBCATEGORY))
                        .filter(Objects::nonNull)
                        .toList(),
                names(row),
                wordOrNull(row, Field.IMPACT, Level.class),
                wordOrNull(row, Field.URGENCY, Level.class),
                wordOrNull(row, Field.PRIORITY, Priority.class),
                text(row, Field.PRIORITY),
                word(row, Field.CHANNEL, Source.class, Source.IMPORT),
                word(row, Field.OUTCOME, Outcome.class, Outcome.FIXED),
                wordOrNull(row, Field.CAUSE, Cause.class),
                Objects.requireNonNullElse(text(row, Field.SOLUTION), ""),
                number(row, Field.REASSIGNMENTS),
                number(row, Field.REOPENINGS),
                kept(row));
    }

    /** A title from what else is said. */
    private String madeTitle(List<String> row, String ref) {
        var words = mapping.title().stream()
                .map(name -> named(row, name))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" / "));
        return words.isEmpty() ? ref : words;
    }

    private @Nullable String named(List<String> row, String name) {
        var field =
                Arrays.stream(Field.values()).filter(f -> f.code().equals(name)).findFirst();
        if (field.isPresent() && places.containsKey(field.get())) return text(row, field.get());
        int place = header.indexOf(name);
        return place < 0 ? null : clean(row.get(place));
    }

    private Update.Names names(List<String> row) {
        return new Update.Names(
                text(row, Field.BY),
                text(row, Field.REQUESTER),
                text(row, Field.REPORTER),
                text(row, Field.RESOLVER),
                text(row, Field.ORGANIZATION),
                text(row, Field.TEAM),
                text(row, Field.PERSON));
    }

    private Update.@Nullable State state(List<String> row) {
        var word = text(row, Field.STATE);
        if (word == null) return null;
        var meaning = meaning(Field.STATE, word).split(" ", 2);
        if (meaning[0].equals(NOTHING)) return new Update.State(word, null, null);
        var stage = known(Stage.Name.class, Field.STATE, meaning[0], word);
        if (stage != Stage.Name.ON_HOLD) return new Update.State(word, stage, null);
        var waitsFor = meaning.length == 1 ? HoldFor.OTHER : known(HoldFor.class, Field.STATE, meaning[1], word);
        return new Update.State(word, stage, waitsFor);
    }

    private Map<String, String> kept(List<String> row) {
        var kept = new LinkedHashMap<String, String>();
        for (var name : mapping.keep()) {
            int place = header.indexOf(name);
            var text = place < 0 ? null : clean(row.get(place));
            if (text != null) kept.put(name, text);
        }
        return kept;
    }

    private @Nullable String text(List<String> row, Field field) {
        var place = places.get(field);
        return place == null || place >= row.size() ? null : clean(row.get(place));
    }

    /** Blanks at the ends and doubled ones in a line are slips of whoever wrote the file. */
    private @Nullable String clean(String value) {
        var text = value.strip();
        if (mapping.missing().contains(text)) return null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) throw Refused.invalid("row", "admin.row_nul");
            if (c < ' ' && c != '\n' && c != '\t' && c != '\r') throw Refused.invalid("row", "admin.row_unprintable");
        }
        return text.indexOf('\n') < 0 && text.contains("  ")
                ? DOUBLED.matcher(text).replaceAll(" ")
                : text;
    }

    private @Nullable Integer number(List<String> row, Field field) {
        var text = text(row, field);
        if (text == null) return null;
        if (!text.matches("\\d{1,9}")) throw Refused.invalid(field.code(), "admin.row_no_number", text);
        return Integer.valueOf(text);
    }

    private @Nullable Instant moment(List<String> row, Field field, Instant latest) {
        var text = text(row, field);
        if (text == null) return null;
        var moment = moment(field, text);
        if (moment.isAfter(latest)) throw Refused.invalid(field.code(), "admin.row_in_future", text);
        return moment;
    }

    private Instant moment(Field field, String text) {
        for (DateTimeFormatter date : mapping.dates()) {
            try {
                return LocalDateTime.parse(text, date).atZone(zone).toInstant();
            } catch (DateTimeException _) {
                // the next way to write a date may fit
            }
        }
        throw Refused.invalid(field.code(), "admin.row_no_date", text);
    }

    private <E extends Enum<E> & Coded> E word(List<String> row, Field field, Class<E> type, E otherwise) {
        var word = wordOrNull(row, field, type);
        return word == null ? otherwise : word;
    }

    private <E extends Enum<E> & Coded> @Nullable E wordOrNull(List<String> row, Field field, Class<E> type) {
        var word = text(row, field);
        return word == null ? null : known(type, field, meaning(field, word), word);
    }

    private String meaning(Field field, String word) {
        var small = Mapping.small(word);
        return mapping.words().getOrDefault(field, Map.of()).getOrDefault(small, small);
    }

    private static <E extends Enum<E> & Coded> E known(Class<E> type, Field field, String code, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(field.code(), "admin.row_no_word", word, Coded.known(type)));
    }
}

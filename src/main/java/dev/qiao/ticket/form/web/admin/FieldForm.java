package dev.qiao.ticket.form.web.admin;

import dev.qiao.base.Refused;
import dev.qiao.ticket.form.Condition;
import dev.qiao.ticket.form.Field;
import dev.qiao.ticket.form.Option;
import dev.qiao.ticket.form.Shape;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form as its page sends it.
 *
 * @param least and {@code most}: characters, numbers, days from today, choices or files, as the kind has it
 * @param options a line each: {@code code name}
 * @param shown and {@code needed}: {@code field}, or {@code field choice choice}
 */
public record FieldForm(
        @Nullable String code,
        @Nullable String label,
        @Nullable String hint,
        @Nullable Boolean required,
        @Nullable String kind,
        @Nullable String least,
        @Nullable String most,
        @Nullable Integer places,
        @Nullable String unit,
        @Nullable String pattern,
        @Nullable Boolean lines,
        @Nullable String options,
        @Nullable String preset,
        @Nullable String shown,
        @Nullable String needed) {

    static FieldForm blank(String kind) {
        return new FieldForm("", "", "", false, kind, "", "", 0, "", "", false, "", "", "", "");
    }

    static FieldForm of(Field f) {
        var blank = blank(f.takes().word());
        var range = switch (f.takes()) {
            case Shape.Text t -> blank.range(t.least(), t.most());
            case Shape.Amount a -> blank.range(a.least(), a.most());
            case Shape.Day d -> blank.range(d.from(), d.to());
            case Shape.Choices c -> blank.range(c.least(), c.most());
            case Shape.Files files -> blank.range(null, files.most());
            case Shape.Choice _, Shape.Somebody _, Shape.Provided _ -> blank;
        };
        var text = f.takes() instanceof Shape.Text t ? t : null;
        var amount = f.takes() instanceof Shape.Amount a ? a : null;
        return new FieldForm(
                f.code(),
                f.label(),
                f.hint(),
                f.required(),
                f.takes().word(),
                range.least(),
                range.most(),
                amount == null ? 0 : amount.places(),
                amount == null ? "" : amount.unit(),
                text == null ? "" : text.pattern(),
                text != null && text.lines(),
                f.takes().offers().stream().map(o -> o.code() + " " + o.name()).collect(Collectors.joining("\n")),
                String.join(" ", f.preset()),
                told(f.shown()),
                told(f.needed()));
    }

    /** The same with a code of its own where nobody gave one. */
    FieldForm coded(List<Field> others) {
        if (code != null && !code.isBlank()) return this;
        var taken = others.stream().map(Field::code).collect(Collectors.toSet());
        var free = IntStream.rangeClosed(1, taken.size() + 1)
                .mapToObj(n -> "field" + n)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
        return new FieldForm(
                free, label, hint, required, kind, least, most, places, unit, pattern, lines, options, preset, shown,
                needed);
    }

    private FieldForm range(@Nullable Object low, @Nullable Object high) {
        return new FieldForm(
                code,
                label,
                hint,
                required,
                kind,
                text(low),
                text(high),
                places,
                unit,
                pattern,
                lines,
                options,
                preset,
                shown,
                needed);
    }

    Field field() {
        var shape = shape();
        var begins = Objects.requireNonNullElse(preset, "").strip();
        return new Field(
                Objects.requireNonNullElse(code, "").strip(),
                Objects.requireNonNullElse(label, "").strip(),
                Objects.requireNonNullElse(hint, "").strip(),
                Boolean.TRUE.equals(required),
                condition(shown),
                condition(needed),
                begins.isEmpty()
                        ? List.of()
                        : shape instanceof Shape.Choices ? Arrays.asList(begins.split("\\s+")) : List.of(begins),
                shape);
    }

    private Shape shape() {
        return switch (Objects.requireNonNullElse(kind, "")) {
            case "text" ->
                new Shape.Text(
                        Boolean.TRUE.equals(lines),
                        whole("least", least),
                        whole("most", most),
                        pattern == null || pattern.isBlank() ? null : pattern.strip());
            case "number" ->
                new Shape.Amount(
                        number("least", least),
                        number("most", most),
                        Objects.requireNonNullElse(places, 0),
                        Objects.requireNonNullElse(unit, "").strip());
            case "date" -> new Shape.Day(whole("least", least), whole("most", most));
            case "choice" -> new Shape.Choice(choices());
            case "choices" -> new Shape.Choices(choices(), whole("least", least), whole("most", most));
            case "person" -> new Shape.Somebody();
            case "service" -> new Shape.Provided();
            case "file" -> new Shape.Files(whole("most", most));
            default -> throw Refused.invalid("kind", "ticket.form.shape_missing");
        };
    }

    /** A line that does not begin with a code is a name, and gets the code of its place. */
    private List<Option> choices() {
        var lines = Objects.requireNonNullElse(options, "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return IntStream.range(0, lines.size())
                .mapToObj(n -> option(lines.get(n), "option" + (n + 1)))
                .toList();
    }

    private static Option option(String line, String code) {
        var parts = line.split("\\s+", 2);
        if (!parts[0].matches("[a-z0-9][a-z0-9_.-]*")) return new Option(code, line);
        return new Option(parts[0], parts.length > 1 ? parts[1] : parts[0]);
    }

    private static @Nullable Condition condition(@Nullable String told) {
        if (told == null || told.isBlank()) return null;
        var words = Arrays.asList(told.strip().split("[\\s=,，]+"));
        return new Condition(words.getFirst(), words.subList(1, words.size()));
    }

    private static String told(@Nullable Condition condition) {
        return condition == null ? "" : (condition.field() + " " + String.join(" ", condition.is())).strip();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static @Nullable Integer whole(String field, @Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException _) {
            throw Refused.invalid(field, "ticket.form.no_number", text.strip());
        }
    }

    private static @Nullable BigDecimal number(String field, @Nullable String text) {
        if (text == null || text.isBlank()) return null;
        if (!text.strip().matches("[+-]?[0-9]{1,20}(\\.[0-9]{1,6})?")) {
            throw Refused.invalid(field, "ticket.form.no_number", text.strip());
        }
        return new BigDecimal(text.strip());
    }
}

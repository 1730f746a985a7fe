package dev.qiao.ticket.form;

import dev.qiao.ticket.Weight.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a form asks, and what a ticket of it begins with.
 *
 * @param note said above the fields; empty: nothing
 * @param title what the ticket is called unless somebody says otherwise; empty: the name of the form
 * @param description what its description begins with
 * @param impact null: what a ticket has anyway
 * @param urgency null: what a ticket has anyway
 */
public record Definition(
        String note,
        String title,
        String description,
        @Nullable Level impact,
        @Nullable Level urgency,
        List<Field> fields) {
    public static final Definition EMPTY = new Definition("", "", "", null, null, List.of());

    static final int FIELDS = 40;
    static final int OPTIONS = 100;
    static final int LINE = 200;
    static final int LINES = 5_000;
    static final int FILES = 5;

    /** What was not sent is empty. */
    public Definition {
        note = note == null ? "" : note;
        title = title == null ? "" : title;
        description = description == null ? "" : description;
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /** The field with this code. */
    public Optional<Field> field(String code) {
        return fields.stream().filter(f -> f.code().equals(code)).findFirst();
    }

    /** Whether a field has to be filled in whatever else is left out. */
    public boolean demands() {
        var nothing = Map.<String, Answer>of();
        return fields.stream()
                .filter(f -> f.shown() == null || f.shown().met(nothing))
                .anyMatch(f -> f.required() || (f.needed() != null && f.needed().met(nothing)));
    }

    /** The same with other fields. */
    public Definition fields(List<Field> other) {
        return new Definition(note, title, description, impact, urgency, other);
    }
}

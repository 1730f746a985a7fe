package dev.qiao.ticket.form;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is asked.
 *
 * @param code how the API and conditions call it
 * @param hint said below it; empty: nothing
 * @param required wherever it is shown
 * @param shown when it is asked at all; null: always
 * @param needed when it must be answered though it is not required; null: never
 * @param preset what it begins with
 */
public record Field(
        String code,
        String label,
        String hint,
        boolean required,
        @Nullable Condition shown,
        @Nullable Condition needed,
        List<String> preset,
        @Nullable Shape shape) {
    /** What was not sent is empty. */
    public Field {
        code = code == null ? "" : code;
        label = label == null ? "" : label;
        hint = hint == null ? "" : hint;
        preset = preset == null ? List.of() : List.copyOf(preset);
    }

    /** Its name in pages and in what is refused. */
    public static String name(String code) {
        return "fields." + code;
    }

    /** The name of a choice; the code itself where it is no longer one. */
    public String chosen(String option) {
        return takes().offers().stream()
                .filter(o -> o.code().equals(option))
                .map(Option::name)
                .findFirst()
                .orElse(option);
    }

    /** Never missing once the form was checked. */
    public Shape takes() {
        return Objects.requireNonNull(shape);
    }
}

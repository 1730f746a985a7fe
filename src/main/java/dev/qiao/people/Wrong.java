package dev.qiao.people;

import dev.qiao.base.Refused;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a form, so that all of it is said at once. */
final class Wrong {
    private final List<Refused.Problem> problems = new ArrayList<>();

    /** Stripped; control characters do not belong into a line. */
    String text(String field, @Nullable String value, int shortest, int longest) {
        var text = value == null ? "" : value.strip();
        int length = text.codePointCount(0, text.length());
        if (length < shortest) unless(false, field, "people.compulsory");
        unless(length <= longest, field, "people.too_long", longest);
        unless(text.chars().noneMatch(Character::isISOControl), field, "people.control_character");
        return text;
    }

    /** A line that may be missing: blank is null. */
    @Nullable
    String optional(String field, @Nullable String value, int longest) {
        var text = text(field, value, 0, longest);
        return text.isEmpty() ? null : text;
    }

    /** Something in small letters that may be missing and must look like this. */
    @Nullable
    String small(String field, @Nullable String value, int longest, String pattern, String key) {
        var text = optional(field, value, longest);
        if (text == null) return null;
        var small = People.small(text);
        unless(small.matches(pattern), field, key);
        return small;
    }

    String code(String field, @Nullable String value) {
        var code = text(field, value, 1, 40);
        unless(code.isEmpty() || code.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*"), field, "people.code_form");
        return code;
    }

    ZoneId zone(String field, @Nullable String value) {
        try {
            return ZoneId.of(value == null || value.isBlank() ? "Asia/Shanghai" : value.strip());
        } catch (DateTimeException _) {
            unless(false, field, "people.no_zone");
            return ZoneId.of("Asia/Shanghai");
        }
    }

    void unless(boolean right, String field, String key, Object... arguments) {
        if (!right) problems.add(new Refused.Problem(field, key, List.of(arguments)));
    }

    void refuse() {
        if (!problems.isEmpty()) throw Refused.invalid(problems);
    }
}

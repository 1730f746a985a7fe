package dev.qiao.ticket.form;

import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import dev.qiao.ticket.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Checks what a form is to ask: whole, bounded, and no condition that could never hold. */
final class Drawing {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern OPTION = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,39}");
    private static final int NAME = 80;
    private static final int HINT = 300;
    private static final int NOTE = 2_000;
    private static final int PATTERN = 200;
    private static final int FARTHEST = 3_660;
    private static final int PLACES = 6;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Field> before = new HashMap<>();

    private Drawing() {}

    /** Errors: invalid, naming every field with what is wrong. */
    static Definition check(Definition wanted) {
        var drawing = new Drawing();
        drawing.bounded("note", wanted.note(), NOTE);
        drawing.bounded("title", wanted.title(), Definition.LINE);
        drawing.bounded("description", wanted.description(), Definition.LINES);
        if (wanted.fields().size() > Definition.FIELDS) {
            drawing.wrong("fields", "ticket.form.too_many_fields", Definition.FIELDS);
        } else wanted.fields().forEach(drawing::field);
        if (!drawing.problems.isEmpty()) throw Refused.invalid(drawing.problems);
        return wanted;
    }

    private void field(Field field) {
        var at = Field.name(field.code());
        if (!CODE.matcher(field.code()).matches()) wrong(at, "ticket.form.bad_code");
        if (before.containsKey(field.code())) wrong(at, "ticket.form.code_twice", field.code());
        if (field.label().isBlank()) wrong(at, "ticket.form.label_missing");
        bounded(at, field.label(), NAME);
        bounded(at, field.hint(), HINT);
        condition(at, field.shown());
        condition(at, field.needed());
        var shape = field.shape();
        if (shape == null) wrong(at, "ticket.form.shape_missing");
        else if (shape(at, shape)) preset(at, field);
        before.put(field.code(), field);
    }

    /** Only what stands above can decide, so there are no circles. */
    private void condition(String at, @Nullable Condition condition) {
        if (condition == null) return;
        var other = before.get(condition.field());
        if (other == null || other.shape() == null) {
            wrong(at, "ticket.form.condition_on_nothing", condition.field());
            return;
        }
        var codes = other.takes().offers().stream().map(Option::code).toList();
        for (var value : condition.is()) {
            if (!codes.contains(value)) wrong(at, "ticket.form.condition_never", other.label(), value);
        }
    }

    private boolean shape(String at, Shape shape) {
        int known = problems.size();
        switch (shape) {
            case Shape.Text text -> text(at, text);
            case Shape.Amount(var least, var most, int places, var unit) -> {
                if (places < 0 || places > PLACES) wrong(at, "ticket.form.bad_places", PLACES);
                if (least != null && most != null && least.compareTo(most) > 0) wrong(at, "ticket.form.bad_range");
                if (unit != null) bounded(at, unit, 20);
            }
            case Shape.Day(var from, var to) -> {
                if (far(from) || far(to) || (from != null && to != null && from > to))
                    wrong(at, "ticket.form.bad_range");
            }
            case Shape.Choice(var options) -> options(at, options);
            case Shape.Choices(var options, var least, var most) -> {
                options(at, options);
                range(at, least, most, Definition.OPTIONS);
            }
            case Shape.Files(var most) -> range(at, 1, most, Definition.FILES * 2);
            case Shape.Somebody _, Shape.Provided _ -> {}
        }
        return problems.size() == known;
    }

    private void text(String at, Shape.Text text) {
        range(at, text.least(), text.most(), text.lines() ? Definition.LINES : Definition.LINE * 2);
        if (text.pattern() == null) return;
        if (text.lines() || text.pattern().length() > PATTERN) wrong(at, "ticket.form.bad_pattern");
        else
            try {
                Pattern.compile(text.pattern());
            } catch (PatternSyntaxException _) {
                wrong(at, "ticket.form.bad_pattern");
            }
    }

    private void range(String at, @Nullable Integer least, @Nullable Integer most, int limit) {
        int low = least == null ? 0 : least;
        int high = most == null ? limit : most;
        if (low < 0 || high < 1 || high > limit || low > high) wrong(at, "ticket.form.bad_range");
    }

    private void options(String at, List<Option> options) {
        var seen = new HashSet<String>();
        if (options.isEmpty()) wrong(at, "ticket.form.no_options");
        if (options.size() > Definition.OPTIONS) wrong(at, "ticket.form.too_many_options", Definition.OPTIONS);
        for (var option : options) {
            if (!OPTION.matcher(option.code()).matches()) wrong(at, "ticket.form.bad_option", option.code());
            else if (!seen.add(option.code())) wrong(at, "ticket.form.code_twice", option.code());
            if (option.name().isBlank()) wrong(at, "ticket.form.option_nameless", option.code());
            bounded(at, option.name(), NAME);
        }
    }

    private void preset(String at, Field field) {
        if (field.preset().isEmpty()) return;
        switch (field.takes()) {
            case Shape.Text _, Shape.Amount _, Shape.Choice _, Shape.Choices _ -> {
                var alone = new Definition("", "", "", null, null, List.of(plain(field)));
                try {
                    Checking.check(alone, Map.of(field.code(), field.preset()), Lookup.NOTHING, LocalDate.EPOCH);
                } catch (Refused refused) {
                    problems.addAll(refused.problems());
                }
            }
            case Shape.Day _, Shape.Somebody _, Shape.Provided _, Shape.Files _ -> wrong(at, "ticket.form.no_preset");
        }
    }

    private static Field plain(Field f) {
        return new Field(f.code(), f.label(), "", false, null, null, List.of(), f.shape());
    }

    private static boolean far(@Nullable Integer days) {
        return days != null && Math.abs((long) days) > FARTHEST;
    }

    private void bounded(String at, String text, int most) {
        try {
            if (Texts.body(at, text).length() > most) wrong(at, "ticket.text_too_long", text.length(), most);
        } catch (Refused refused) {
            problems.addAll(refused.problems());
        }
    }

    private void wrong(String at, String key, Object... arguments) {
        problems.add(new Problem(at, key, List.of(arguments)));
    }
}

package dev.qiao.ticket.form;

import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import dev.qiao.ticket.Texts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks answers against what was asked: a pure function of both, of what they name, and of today. */
public final class Checking {
    private static final int VALUES = 200;
    private static final int DIGITS = 30;
    private static final int ISO_DATE = "2026-01-01".length();

    private final Lookup known;
    private final LocalDate today;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    private Checking(Lookup known, LocalDate today) {
        this.known = known;
        this.today = today;
    }

    /** Errors: invalid, naming every field ({@code fields.<code>}) with what is wrong. Blank values are none. */
    public static Map<String, Answer> check(
            Definition asked, Map<String, List<String>> given, Lookup known, LocalDate today) {
        var checking = new Checking(known, today);
        for (var code : given.keySet()) {
            if (asked.field(code).isEmpty() && !values(given, code).isEmpty()) {
                checking.wrong(code, "ticket.form.not_asked", code);
            }
        }
        for (var field : asked.fields()) checking.field(field, values(given, field.code()));
        if (!checking.problems.isEmpty()) throw Refused.invalid(checking.problems);
        return Collections.unmodifiableMap(checking.answers);
    }

    private static List<String> values(Map<String, List<String>> given, String code) {
        return given.getOrDefault(code, List.of()).stream()
                .filter(value -> value != null && !value.isBlank())
                .limit(VALUES + 1)
                .toList();
    }

    private void field(Field field, List<String> values) {
        if (field.shown() != null && !field.shown().met(answers)) {
            if (!values.isEmpty()) wrong(field.code(), "ticket.form.not_asked_now", field.label());
            return;
        }
        if (values.isEmpty()) {
            boolean needed = field.needed() != null && field.needed().met(answers);
            if (field.required() || needed) wrong(field.code(), "ticket.form.missing", field.label());
            return;
        }
        try {
            answers.put(field.code(), answer(field, values));
        } catch (Refused refused) {
            problems.addAll(refused.problems());
        }
    }

    private Answer answer(Field field, List<String> values) {
        var at = Field.name(field.code());
        return switch (field.takes()) {
            case Shape.Text text -> text(at, text, one(at, values));
            case Shape.Amount amount -> amount(at, amount, one(at, values).strip());
            case Shape.Day day -> day(at, day, one(at, values).strip());
            case Shape.Choice(var options) -> chosen(at, options, List.of(one(at, values)), 1, 1);
            case Shape.Choices(var options, var least, var most) ->
                chosen(at, options, values, least == null ? 0 : least, most == null ? options.size() : most);
            case Shape.Somebody _ -> {
                var code = one(at, values).strip();
                yield new Answer.Somebody(named(at, known.person(code), "ticket.form.no_person", code));
            }
            case Shape.Provided _ -> {
                var code = one(at, values).strip();
                yield new Answer.Provided(named(at, known.service(code), "ticket.form.no_service", code));
            }
            case Shape.Files files -> files(at, files, values);
        };
    }

    private static String one(String at, List<String> values) {
        if (values.size() > 1) throw Refused.invalid(at, "ticket.form.only_one");
        return values.getFirst();
    }

    private static Answer text(String at, Shape.Text asked, String value) {
        var text = asked.lines() ? Texts.body(at, value).strip() : Texts.line(at, value);
        int length = text.codePointCount(0, text.length());
        if (length > asked.limit()) throw Refused.invalid(at, "ticket.text_too_long", length, asked.limit());
        if (asked.least() != null && length < asked.least()) {
            throw Refused.invalid(at, "ticket.form.too_short", length, asked.least());
        }
        if (asked.pattern() != null && !Matching.matches(asked.pattern(), text)) {
            throw Refused.invalid(at, "ticket.form.other_pattern");
        }
        return new Answer.Words(text);
    }

    private static Answer amount(String at, Shape.Amount asked, String value) {
        BigDecimal number;
        try {
            if (value.length() > DIGITS || !value.matches("[+-]?[0-9]+(\\.[0-9]+)?")) throw new NumberFormatException();
            number = new BigDecimal(value);
        } catch (NumberFormatException _) {
            throw Refused.invalid(at, "ticket.form.no_number", value);
        }
        if (number.stripTrailingZeros().scale() > asked.places()) {
            throw Refused.invalid(at, "ticket.form.too_many_places", asked.places());
        }
        if (asked.least() != null && number.compareTo(asked.least()) < 0) {
            throw Refused.invalid(at, "ticket.form.too_small", asked.least().toPlainString());
        }
        if (asked.most() != null && number.compareTo(asked.most()) > 0) {
            throw Refused.invalid(at, "ticket.form.too_large", asked.most().toPlainString());
        }
        return new Answer.Amount(number);
    }

    private Answer day(String at, Shape.Day asked, String value) {
        LocalDate date;
        try {
            if (value.length() != ISO_DATE) throw new DateTimeException(value);
            date = LocalDate.parse(value);
        } catch (DateTimeException _) {
            throw Refused.invalid(at, "ticket.form.no_date", value);
        }
        if (known.day(date)) return new Answer.Day(date);
        if (asked.from() != null && date.isBefore(today.plusDays(asked.from()))) {
            throw Refused.invalid(
                    at, "ticket.form.too_early", today.plusDays(asked.from()).toString());
        }
        if (asked.to() != null && date.isAfter(today.plusDays(asked.to()))) {
            throw Refused.invalid(
                    at, "ticket.form.too_late", today.plusDays(asked.to()).toString());
        }
        return new Answer.Day(date);
    }

    private static Answer chosen(String at, List<Option> options, List<String> values, int least, int most) {
        var wanted = new HashSet<>(values);
        var codes = options.stream().map(Option::code).filter(wanted::contains).toList();
        if (codes.size() < wanted.size()) {
            var known = options.stream().map(Option::code).toList();
            var foreign = values.stream().filter(v -> !known.contains(v)).findFirst();
            throw Refused.invalid(at, "ticket.form.no_option", foreign.orElse(""), String.join(", ", known));
        }
        if (codes.size() < least) throw Refused.invalid(at, "ticket.form.too_few_chosen", least);
        if (codes.size() > most) throw Refused.invalid(at, "ticket.form.too_many_chosen", most);
        return new Answer.Chosen(codes);
    }

    private Answer files(String at, Shape.Files asked, List<String> values) {
        if (values.size() > asked.limit()) throw Refused.invalid(at, "ticket.form.too_many_files", asked.limit());
        return new Answer.Files(
                values.stream().distinct().map(value -> file(at, value.strip())).toList());
    }

    private UUID file(String at, String value) {
        try {
            var id = UUID.fromString(value);
            if (known.file(id)) return id;
        } catch (IllegalArgumentException _) {
            // said below, as of any file that is not theirs
        }
        throw Refused.invalid(at, "ticket.no_file");
    }

    private static long named(String at, @Nullable Long id, String unknown, String code) {
        if (id == null) throw Refused.invalid(at, unknown, code);
        return id;
    }

    private void wrong(String code, String key, Object... arguments) {
        problems.add(new Problem(Field.name(code), key, List.of(arguments)));
    }
}

package dev.qiao.ticket.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random forms that can be published, and answers to them: right ones, and anything at all. */
final class Drawn {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final UUID FILE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final List<String> ANYTHING = List.of(
            "", " ", "甲", "a", "1", "-3.25", "1e9", "99999999999999999999999999999999", "2026-03-02", "2026-13-40", "\u0000",
            "\uD800", "b", "lin", "mail", FILE.toString(), "x".repeat(6_000), "<b>", "null");

    /** Knows one person, one service and one file. */
    static final Lookup KNOWN = new Lookup() {
        @Override
        public @Nullable Long person(String code) {
            return code.equals("lin") ? 7L : null;
        }

        @Override
        public @Nullable Long service(String code) {
            return code.equals("mail") ? 3L : null;
        }

        @Override
        public boolean file(UUID id) {
            return id.equals(FILE);
        }
    };

    private final SplittableRandom random;

    Drawn(long seed) {
        random = new SplittableRandom(seed);
    }

    Definition definition() {
        var fields = new ArrayList<Field>();
        for (int i = random.nextInt(9); i >= 0; i--) {
            var condition = condition(fields);
            var needed = condition(fields);
            fields.add(new Field(
                    "f" + fields.size(), "项" + fields.size(), "", random.nextBoolean(), condition, needed, List.of(), shape()));
        }
        return new Definition("", "", "", null, null, fields);
    }

    private @Nullable Condition condition(List<Field> above) {
        if (above.isEmpty() || random.nextInt(3) > 0) return null;
        var other = above.get(random.nextInt(above.size()));
        var options = other.takes().offers();
        return new Condition(other.code(), options.isEmpty() ? List.of() : List.of(options.getFirst().code()));
    }

    private Shape shape() {
        return switch (random.nextInt(8)) {
            case 0 -> new Shape.Text(random.nextBoolean(), random.nextInt(3), 3 + random.nextInt(40), null);
            case 1 -> new Shape.Amount(BigDecimal.valueOf(-5), BigDecimal.valueOf(random.nextInt(500)), random.nextInt(3), "个");
            case 2 -> new Shape.Day(-random.nextInt(10), random.nextInt(30));
            case 3 -> new Shape.Choice(options());
            case 4 -> new Shape.Choices(options(), random.nextInt(2), null);
            case 5 -> new Shape.Somebody();
            case 6 -> new Shape.Provided();
            default -> new Shape.Files(1);
        };
    }

    private List<Option> options() {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> new Option(Character.toString('a' + i), "选" + i))
                .toList();
    }

    /** What a careful person sends: all that is shown and must be answered, and some of the rest. */
    Map<String, List<String>> careful(Definition asked) {
        var given = new LinkedHashMap<String, List<String>>();
        var answers = new LinkedHashMap<String, Answer>();
        for (var field : asked.fields()) {
            boolean shown = field.shown() == null || field.shown().met(answers);
            boolean needed = field.required() || field.needed() != null && field.needed().met(answers);
            if (!shown || !needed && random.nextBoolean()) continue;
            given.put(field.code(), right(field.takes()));
            answers.put(field.code(), new Answer.Chosen(given.get(field.code())));
        }
        return given;
    }

    private List<String> right(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> List.of("字".repeat(Math.max(1, text.least() == null ? 1 : text.least())));
            case Shape.Amount _ -> List.of("-1");
            case Shape.Day _ -> List.of(TODAY.toString());
            case Shape.Choice(var options) -> List.of(options.get(random.nextInt(options.size())).code());
            case Shape.Choices(var options, _, _) -> options.stream().map(Option::code).toList();
            case Shape.Somebody _ -> List.of("lin");
            case Shape.Provided _ -> List.of("mail");
            case Shape.Files _ -> List.of(FILE.toString());
        };
    }

    /** What anybody could send. */
    Map<String, List<String>> careless(Definition asked) {
        var given = new LinkedHashMap<String, List<String>>();
        for (var field : asked.fields()) {
            given.put(
                    field.code(),
                    IntStream.range(0, random.nextInt(4))
                            .mapToObj(_ -> ANYTHING.get(random.nextInt(ANYTHING.size())))
                            .toList());
        }
        if (random.nextInt(4) == 0) given.put("unknown", List.of("x"));
        return given;
    }
}

package dev.qiao.ticket.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.qiao.base.Json;
import dev.qiao.base.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked, and what is taken for an answer. */
class CheckingTest {
    private static final int FORMS = 500;

    @Test
    void whatACarefulPersonSendsIsTaken() {
        for (int seed = 0; seed < FORMS; seed++) {
            var drawn = new Drawn(seed);
            var asked = Drawing.check(drawn.definition());
            var given = drawn.careful(asked);
            assertThat(check(asked, given).keySet()).as("seed " + seed).isEqualTo(given.keySet());
        }
    }

    @Test
    void whateverIsSentIsTakenAsAskedOrNamedByItsField() {
        int taken = 0;
        int refused = 0;
        for (int seed = 0; seed < FORMS * 4; seed++) {
            var drawn = new Drawn(seed);
            var asked = drawn.definition();
            try {
                var answers = check(asked, drawn.careless(asked));
                shownAndNeeded(asked, answers);
                taken++;
            } catch (Refused no) {
                assertThat(no.problems()).allSatisfy(p -> assertThat(p.field()).startsWith("fields."));
                refused++;
            }
        }
        assertThat(taken).isPositive();
        assertThat(refused).isPositive();
    }

    /** Nothing that is hidden is kept, nothing that is needed is missing. */
    private static void shownAndNeeded(Definition asked, Map<String, Answer> answers) {
        var above = new LinkedHashMap<String, Answer>();
        for (var field : asked.fields()) {
            boolean shown = field.shown() == null || field.shown().met(above);
            boolean needed =
                    field.required() || field.needed() != null && field.needed().met(above);
            var answer = answers.get(field.code());
            if (!shown) assertThat(answer).isNull();
            if (shown && needed) assertThat(answer).isNotNull();
            if (answer != null) above.put(field.code(), answer);
        }
    }

    @Test
    void eachMissingAnswerIsNamedAtOnce() {
        for (int seed = 0; seed < FORMS; seed++) {
            var asked = new Drawn(seed).definition();
            var required = asked.fields().stream()
                    .filter(field -> field.required() && field.shown() == null)
                    .map(field -> Field.name(field.code()))
                    .toList();
            if (required.isEmpty()) continue;
            var no = catchThrowableOfType(Refused.class, () -> check(asked, Map.of()));
            assertThat(no.problems()).extracting(Refused.Problem::field).containsExactlyElementsOf(required);
        }
    }

    @Test
    void aFormAndItsAnswersComeBackFromTheRowAsTheyWere() {
        for (int seed = 0; seed < FORMS; seed++) {
            var drawn = new Drawn(seed);
            var asked = drawn.definition();
            assertThat(Json.of(asked).as(Definition.class)).isEqualTo(asked);
            for (var answer : check(asked, drawn.careful(asked)).values()) {
                assertThat(Json.of(answer).as(Answer.class)).isEqualTo(answer);
            }
        }
    }

    @Test
    void aFormHasNoDifferenceFromItselfAndNamesWhatIsGone() {
        for (int seed = 0; seed < FORMS; seed++) {
            var asked = new Drawn(seed).definition();
            assertThat(Difference.of(asked, asked)).isEmpty();
            var shorter = asked.fields(asked.fields().subList(1, asked.fields().size()));
            assertThat(Difference.of(asked, shorter))
                    .containsExactly(new Difference(Difference.What.REMOVED, "f0", "项0"));
            assertThat(Difference.of(shorter, asked))
                    .containsExactly(new Difference(Difference.What.ADDED, "f0", "项0"));
        }
    }

    @Test
    void aPatternThatWouldTakeForEverIsNoAnswer() {
        var asked = of(new Shape.Text(false, null, 400, "(a+)+b"));
        var began = Instant.now();
        assertThatThrownBy(() -> check(asked, Map.of("x", List.of("a".repeat(300)))))
                .isInstanceOf(Refused.class);
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(check(asked, Map.of("x", List.of("aaab")))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9", "١٢", "1,5", "0x10", "NaN", "--1", "."})
    void whatOnlyLooksLikeANumberIsNone(String text) {
        var asked = of(new Shape.Amount(null, null, 2, ""));
        assertThatThrownBy(() -> check(asked, Map.of("x", List.of(text)))).isInstanceOf(Refused.class);
    }

    @Test
    void whatCannotBeAskedIsRefusedBeforeItIsPublished() {
        refused(new Shape.Choice(List.of()));
        refused(new Shape.Choice(List.of(new Option("a", "甲"), new Option("a", "乙"))));
        refused(new Shape.Text(false, null, null, "("));
        refused(new Shape.Text(false, 9, 3, null));
        refused(new Shape.Day(3, -3));
        var twice = of(new Shape.Somebody()).fields().getFirst();
        assertThatThrownBy(() -> Drawing.check(Definition.EMPTY.fields(List.of(twice, twice))))
                .isInstanceOf(Refused.class);
        var onNothing = new Field(
                "y", "乙", "", false, new Condition("later", List.of()), null, List.of(), new Shape.Somebody());
        assertThatThrownBy(() -> Drawing.check(Definition.EMPTY.fields(List.of(onNothing))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aDayThatWasRightWhenItWasSaidStaysSayable() {
        var asked = of(new Shape.Day(0, null));
        var given = Map.of("x", List.of("2026-03-01"));
        var today = LocalDate.of(2026, 3, 4);
        assertThatThrownBy(() -> Checking.check(asked, given, Lookup.NOTHING, today))
                .isInstanceOf(Refused.class);
        assertThat(Checking.check(asked, given, new Said(), today)).hasSize(1);
    }

    /** Knows nobody, but that this was answered before. */
    private static final class Said implements Lookup {
        @Override
        public Long person(String code) {
            return null;
        }

        @Override
        public Long service(String code) {
            return null;
        }

        @Override
        public boolean file(UUID id) {
            return false;
        }

        @Override
        public boolean day(LocalDate date) {
            return true;
        }
    }

    @Test
    void theValuesOfASenderAreNotChanged() {
        var given = new HashMap<>(Map.of("x", List.of(" 甲  乙 ")));
        assertThat(check(of(new Shape.Text(false, null, null, null)), given))
                .containsEntry("x", new Answer.Words("甲 乙"));
        assertThat(given).containsEntry("x", List.of(" 甲  乙 "));
    }

    private static void refused(Shape shape) {
        assertThatThrownBy(() -> Drawing.check(of(shape))).isInstanceOf(Refused.class);
    }

    private static Definition of(Shape shape) {
        return Definition.EMPTY.fields(List.of(new Field("x", "甲", "", false, null, null, List.of(), shape)));
    }

    private static Map<String, Answer> check(Definition asked, Map<String, List<String>> given) {
        return Checking.check(asked, given, Drawn.KNOWN, Drawn.TODAY);
    }
}

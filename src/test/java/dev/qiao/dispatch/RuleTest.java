package dev.qiao.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Weight.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final Traits MAIL =
            traits(null, Kind.INCIDENT, Priority.URGENT, List.of(3L, 1L), 5L, 8L, "ＶＰＮ 连不上，邮件也收不到");

    @Test
    void aRuleThatNamesNothingMatchesEverything() {
        assertThat(rule(null, null, null, null, List.of(), null).matches(MAIL)).isTrue();
    }

    @Test
    void everythingThatItNamesMustHold() {
        assertThat(rule(Kind.INCIDENT, 3L, 5L, 8L, List.of("邮件"), Priority.URGENT)
                        .matches(MAIL))
                .isTrue();
        assertThat(rule(Kind.REQUEST, 3L, 5L, 8L, List.of("邮件"), Priority.URGENT)
                        .matches(MAIL))
                .isFalse();
        assertThat(rule(Kind.INCIDENT, 3L, 6L, 8L, List.of("邮件"), Priority.URGENT)
                        .matches(MAIL))
                .isFalse();
        assertThat(rule(Kind.INCIDENT, 3L, 5L, 8L, List.of("打印"), Priority.URGENT)
                        .matches(MAIL))
                .isFalse();
    }

    @Test
    void aCategoryAlsoMeansWhatIsBelowIt() {
        assertThat(rule(null, 1L, null, null, List.of(), null).matches(MAIL)).isTrue();
        assertThat(rule(null, 2L, null, null, List.of(), null).matches(MAIL)).isFalse();
    }

    @Test
    void oneOfItsWordsIsEnoughInAnyWidthAndCase() {
        assertThat(rule(null, null, null, null, List.of("打印", "vpn"), null).matches(MAIL))
                .isTrue();
    }

    @Test
    void aRuleThatIsOffMatchesNothing() {
        assertThat(new Rule(1, 1, "r", null, null, null, null, List.of(), null, 7, false, 1).matches(MAIL))
                .isFalse();
    }

    @Test
    void theFirstMatchingRuleDecides() {
        var rules = List.of(to(1, Kind.REQUEST), to(2, Kind.INCIDENT), to(3, null));
        assertThat(Route.of(MAIL, rules, 50L, 60L)).isEqualTo(new Route.ByRule(2, 2));
    }

    @Test
    void withoutARuleItIsTheTeamOfTheServiceThenTheDefaultThenNobody() {
        assertThat(Route.of(MAIL, List.of(), 50L, 60L)).isEqualTo(new Route.ByService(50));
        assertThat(Route.of(MAIL, List.of(), null, 60L)).isEqualTo(new Route.ByDefault(60));
        assertThat(Route.of(MAIL, List.of(), null, null)).isEqualTo(new Route.Nowhere());
    }

    @Test
    void aTeamThatAPersonChoseIsNotOverruled() {
        var given = traits(40L, Kind.INCIDENT, Priority.URGENT, List.of(), null, null, "");
        assertThat(Route.of(given, List.of(to(3, null)), 50L, 60L)).isEqualTo(new Route.Given(40));
    }

    @Test
    void theRouteIsTheFirstOfAllRulesWhoseNamedFieldsAreEqual() {
        var random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            var rules = new ArrayList<Rule>();
            for (int place = 1; place <= random.nextInt(6); place++) rules.add(randomRule(random, place));
            var traits = traits(
                    null,
                    random.nextBoolean() ? Kind.INCIDENT : Kind.REQUEST,
                    random.nextBoolean() ? Priority.URGENT : Priority.NORMAL,
                    List.of((long) random.nextInt(3)),
                    (long) random.nextInt(3),
                    null,
                    random.nextBoolean() ? "网络" : "打印");
            assertThat(Route.of(traits, rules, null, 60L)).isEqualTo(oracle(traits, rules));
        }
    }

    private static Route oracle(Traits traits, List<Rule> rules) {
        for (var rule : rules) {
            boolean fits = rule.active()
                    && (rule.kind() == null || Objects.equals(rule.kind(), traits.kind()))
                    && (rule.priority() == null || Objects.equals(rule.priority(), traits.priority()))
                    && (rule.service() == null || Objects.equals(rule.service(), traits.service()))
                    && (rule.category() == null || traits.categories().contains(rule.category()))
                    && (rule.words().isEmpty() || rule.words().contains(traits.text()));
            if (fits) return new Route.ByRule(rule.team(), rule.id());
        }
        return new Route.ByDefault(60);
    }

    private static Rule randomRule(Random random, int place) {
        return new Rule(
                place,
                place,
                "r" + place,
                random.nextBoolean() ? Kind.INCIDENT : null,
                random.nextInt(3) == 0 ? (long) random.nextInt(3) : null,
                random.nextInt(3) == 0 ? (long) random.nextInt(3) : null,
                null,
                random.nextInt(3) == 0 ? List.of("网络") : List.of(),
                random.nextInt(3) == 0 ? Priority.URGENT : null,
                100 + place,
                random.nextInt(5) > 0,
                1);
    }

    private static Rule to(long id, @Nullable Kind kind) {
        return new Rule(id, (int) id, "r", kind, null, null, null, List.of(), null, id, true, 1);
    }

    private static Rule rule(
            @Nullable Kind kind,
            @Nullable Long category,
            @Nullable Long service,
            @Nullable Long organization,
            List<String> words,
            @Nullable Priority priority) {
        return new Rule(1, 1, "r", kind, category, service, organization, words, priority, 7, true, 1);
    }

    private static Traits traits(
            @Nullable Long team,
            Kind kind,
            Priority priority,
            List<Long> categories,
            @Nullable Long service,
            @Nullable Long organization,
            String text) {
        return new Traits(team, kind, priority, categories, service, organization, text);
    }
}

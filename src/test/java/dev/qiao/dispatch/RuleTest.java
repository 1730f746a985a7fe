package dev.qiao.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final Matter MAIL = matter(null, "incident", "urgent", List.of(3L, 1L), 5L, 8L, "ＶＰＮ 连不上，邮件也收不到");

    @Test
    void aRuleThatNamesNothingMatchesEverything() {
        assertThat(rule(null, null, null, null, List.of(), null).matches(MAIL)).isTrue();
    }

    @Test
    void everythingThatItNamesMustHold() {
        assertThat(rule("incident", 3L, 5L, 8L, List.of("邮件"), "urgent").matches(MAIL))
                .isTrue();
        assertThat(rule("request", 3L, 5L, 8L, List.of("邮件"), "urgent").matches(MAIL))
                .isFalse();
        assertThat(rule("incident", 3L, 6L, 8L, List.of("邮件"), "urgent").matches(MAIL))
                .isFalse();
        assertThat(rule("incident", 3L, 5L, 8L, List.of("打印"), "urgent").matches(MAIL))
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
        var rules = List.of(to(1, "request"), to(2, "incident"), to(3, null));
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
        var given = matter(40L, "incident", "urgent", List.of(), null, null, "");
        assertThat(Route.of(given, List.of(to(3, null)), 50L, 60L)).isEqualTo(new Route.Given(40));
    }

    @Test
    void theRouteIsTheFirstOfAllRulesWhoseNamedFieldsAreEqual() {
        var random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            var rules = new ArrayList<Rule>();
            for (int place = 1; place <= random.nextInt(6); place++) rules.add(randomRule(random, place));
            var matter = matter(
                    null,
                    random.nextBoolean() ? "incident" : "request",
                    random.nextBoolean() ? "urgent" : "normal",
                    List.of((long) random.nextInt(3)),
                    (long) random.nextInt(3),
                    null,
                    random.nextBoolean() ? "网络" : "打印");
            assertThat(Route.of(matter, rules, null, 60L)).isEqualTo(oracle(matter, rules));
        }
    }

    private static Route oracle(Matter matter, List<Rule> rules) {
        for (var rule : rules) {
            boolean fits = rule.active()
                    && (rule.kind() == null || Objects.equals(rule.kind(), matter.kind()))
                    && (rule.priority() == null || Objects.equals(rule.priority(), matter.priority()))
                    && (rule.service() == null || Objects.equals(rule.service(), matter.service()))
                    && (rule.category() == null || matter.categories().contains(rule.category()))
                    && (rule.words().isEmpty() || rule.words().contains(matter.text()));
            if (fits) return new Route.ByRule(rule.team(), rule.id());
        }
        return new Route.ByDefault(60);
    }

    private static Rule randomRule(Random random, int place) {
        return new Rule(
                place,
                place,
                "r" + place,
                random.nextBoolean() ? "incident" : null,
                random.nextInt(3) == 0 ? (long) random.nextInt(3) : null,
                random.nextInt(3) == 0 ? (long) random.nextInt(3) : null,
                null,
                random.nextInt(3) == 0 ? List.of("网络") : List.of(),
                random.nextInt(3) == 0 ? "urgent" : null,
                100 + place,
                random.nextInt(5) > 0,
                1);
    }

    private static Rule to(long id, @Nullable String kind) {
        return new Rule(id, (int) id, "r", kind, null, null, null, List.of(), null, id, true, 1);
    }

    private static Rule rule(
            @Nullable String kind,
            @Nullable Long category,
            @Nullable Long service,
            @Nullable Long organization,
            List<String> words,
            @Nullable String priority) {
        return new Rule(1, 1, "r", kind, category, service, organization, words, priority, 7, true, 1);
    }

    private static Matter matter(
            @Nullable Long team,
            String kind,
            String priority,
            List<Long> categories,
            @Nullable Long service,
            @Nullable Long organization,
            String text) {
        return new Matter(team, kind, priority, categories, service, organization, text);
    }
}

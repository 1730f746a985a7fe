package dev.qiao.signal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.base.Refused;
import dev.qiao.signal.Severity;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Conditions as people write them. */
class MatchersTest {
    private static final Traits DISK = new Traits(
            "Prometheus 生产",
            Severity.MAJOR,
            Map.of("instance", "db01", "env", "prod", "severity", "page", "note", "a = b"));

    @Test
    void everyConditionHasToHold() {
        assertThat(holds("instance=db01")).isTrue();
        assertThat(holds("instance = \"db01\"", "env!=test")).isTrue();
        assertThat(holds("instance=db01", "env=test")).isFalse();
        assertThat(holds()).isTrue();
    }

    @Test
    void anExpressionHasToMatchTheWholeValue() {
        assertThat(holds("instance=~db\\d+")).isTrue();
        assertThat(holds("instance=~db")).isFalse();
        assertThat(holds("instance!~db")).isTrue();
        assertThat(holds("instance=~web.*|db.*")).isTrue();
    }

    @Test
    void aLabelThatIsNotThereIsEmpty() {
        assertThat(holds("team=")).isTrue();
        assertThat(holds("team!=x")).isTrue();
        assertThat(holds("team=~.+")).isFalse();
    }

    @Test
    void sourceAndSeverityAreOursAndLabelsOfThatNameAreWrittenApart() {
        assertThat(holds("source=~Prometheus.*", "severity=major")).isTrue();
        assertThat(holds("label.severity=page")).isTrue();
        assertThat(refused("severity=page")).isEqualTo("signal.matcher_severity");
    }

    @Test
    void whatIsNoConditionIsSaid() {
        assertThat(refused("db01")).isEqualTo("signal.matcher_none");
        assertThat(refused("=db01")).isEqualTo("signal.matcher_none");
        assertThat(refused("instance=~db[")).isEqualTo("signal.matcher_broken");
        assertThat(refused("instance=" + "x".repeat(600))).isEqualTo("signal.matcher_long");
        assertThatThrownBy(() -> Matchers.read(List.of("a=~(", "b")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).hasSize(2));
    }

    @Test
    @Timeout(5)
    void noExpressionHoldsTheDeskUp() {
        var long500 = new Traits("", Severity.INFO, Map.of("a", "a".repeat(499) + "!"));
        assertThat(Matchers.read(List.of("a=~(a+)+$")).matches(long500)).isFalse();
        assertThat(Matchers.read(List.of("a=~(a|a)*(a|a)*b")).matches(long500)).isFalse();
        for (int n = 0; n < 100; n++)
            Matchers.read(List.of("a=~(.*)(.*)(.*)(.*)(.*)x{1,90}")).matches(long500);
        assertThat(refused("a=~((a{100}){100}){100}")).isEqualTo("signal.matcher_large");
        assertThat(refused("a=~a{1000,}")).isEqualTo("signal.matcher_large");
        assertThat(refused("a=~a{99999999999999999999}")).isEqualTo("signal.matcher_large");
        assertThat(refused("a=~(abcdefghijklmnop|qrstuvw){90}")).isEqualTo("signal.matcher_large");
    }

    @Test
    void whatIsWrittenIsReadAgainAsTheSame() {
        var random = new Random(4);
        var letters = "ab =~!\"\\.*生";
        for (int n = 0; n < 2_000; n++) {
            var value = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--)
                value.append(letters.charAt(random.nextInt(letters.length())));
            var matcher = Matcher.label("instance", value.toString()).orElseThrow();
            assertThat(Matcher.read(matcher.toString())).as(matcher.toString()).isEqualTo(matcher);
        }
    }

    @Test
    void anAlertIsSingledOutByItsOwnLabels() {
        for (var label : DISK.labels().entrySet())
            assertThat(holds(Matcher.label(label.getKey(), label.getValue())
                            .orElseThrow()
                            .toString()))
                    .isTrue();
        assertThat(Matcher.label("a=b", "x")).isEmpty();
        assertThat(Matchers.read(List.of("env!=test")).loose()).isTrue();
        assertThat(Matchers.read(List.of("env!=test", "env=~.+")).loose()).isFalse();
    }

    @Test
    void theFirstRuleThatSaysSomethingOfAnEffectDecidesIt() {
        var rules = new RuleList(List.of(
                rule(1, "env=test", false, Severity.INFO, true),
                rule(2, "instance=~db.*", null, Severity.CRITICAL, true),
                rule(3, "instance=db01", true, Severity.WARNING, true),
                rule(4, "instance=db01", false, Severity.INFO, false)));
        var outcome = rules.of(DISK);
        assertThat(outcome.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(outcome.opens()).isTrue();
        assertThat(outcome.team()).isNull();
        assertThat(rules.of(Traits.NOTHING).severity()).isNull();
    }

    private static AlertRule rule(int place, String matcher, Boolean opens, Severity severity, boolean active) {
        return new AlertRule(
                place, place, "R", List.of(matcher), null, severity, opens, null, null, null, null, active, 1);
    }

    private static boolean holds(String... lines) {
        return Matchers.read(List.of(lines)).matches(DISK);
    }

    private static String refused(String line) {
        try {
            Matchers.read(List.of(line));
            return "nothing";
        } catch (Refused refused) {
            return refused.problems().getFirst().key();
        }
    }
}

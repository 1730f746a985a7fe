package dev.qiao.sla.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.sla.Selection;
import dev.qiao.sla.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several rules together can leave nothing to a later one. */
class ReachTest {
    @Test
    void whatIsVipAndWhatIsNotIsEverything() {
        var order = List.of(vip(true), of(null, null, null, "incident", null), vip(false), everything());
        assertThat(Reach.taken(order, 3)).containsExactly(0, 2);
        assertThat(Reach.taken(order, 2)).isEmpty();
    }

    @Test
    void allPrioritiesOneByOneAreEverything() {
        var order = new ArrayList<Selection>();
        for (var priority : Terms.PRIORITIES) order.add(of("mail", null, null, null, priority));
        order.add(of("mail", null, true, null, null));
        order.add(everything());
        assertThat(Reach.taken(order, 3)).containsExactly(0, 1, 2);
        assertThat(Reach.taken(order, 4)).as("other services").isEmpty();
    }

    @Test
    void oneThatIsEnoughIsNamedAlone() {
        var order = List.of(vip(true), vip(false), everything(), of("mail", 7L, null, null, null));
        assertThat(Reach.taken(order, 3)).containsExactly(2);
    }

    @Test
    void servicesThatAreNamedLeaveTheOthers() {
        var order = List.of(of("mail", null, null, null, null), of("wifi", null, null, null, null), everything());
        assertThat(Reach.taken(order, 2)).isEmpty();
    }

    /** Against trying every subject that can be. */
    @Test
    void itIsWhatTryingEverySubjectFinds() {
        var random = new Random(7);
        int shadowed = 0;
        for (int n = 0; n < 3_000; n++) {
            var order = IntStream.range(0, 7).mapToObj(_ -> drawn(random)).toList();
            var taken = Reach.taken(order, 6);
            boolean applies = subjects().stream()
                    .anyMatch(subject -> takes(order.get(6), subject)
                            && order.subList(0, 6).stream().noneMatch(rule -> takes(rule, subject)));
            assertThat(taken.isEmpty()).as(order.toString()).isEqualTo(applies);
            if (!applies && taken.size() > 1) shadowed++;
        }
        assertThat(shadowed).as("cases in which one is not enough").isGreaterThan(20);
    }

    private static Selection drawn(Random random) {
        return of(
                pick(random, "mail", "wifi"),
                pick(random, 1L, 2L),
                pick(random, true, false),
                pick(random, "incident", "task"),
                pick(random, "urgent", "normal"));
    }

    @SafeVarargs
    private static <T> @Nullable T pick(Random random, T... values) {
        return random.nextInt(3) == 0 ? values[random.nextInt(values.length)] : null;
    }

    private static List<Selection> subjects() {
        var all = new ArrayList<Selection>();
        for (var service : Arrays.asList("mail", "wifi", "crm"))
            for (var organization : List.of(1L, 2L, 3L))
                for (var vip : List.of(true, false))
                    for (var kind : Selection.KINDS)
                        for (var priority : Terms.PRIORITIES) all.add(of(service, organization, vip, kind, priority));
        return all;
    }

    private static boolean takes(Selection rule, Selection subject) {
        return (rule.service() == null || rule.service().equals(subject.service()))
                && (rule.organization() == null || rule.organization().equals(subject.organization()))
                && (rule.vip() == null || rule.vip().equals(subject.vip()))
                && (rule.kind() == null || rule.kind().equals(subject.kind()))
                && (rule.priority() == null || rule.priority().equals(subject.priority()));
    }

    private static Selection vip(boolean vip) {
        return of(null, null, vip, null, null);
    }

    private static Selection everything() {
        return of(null, null, null, null, null);
    }

    private static Selection of(
            @Nullable String service,
            @Nullable Long organization,
            @Nullable Boolean vip,
            @Nullable String kind,
            @Nullable String priority) {
        return new Selection("a", service, organization, vip, kind, priority);
    }
}

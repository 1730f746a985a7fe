package dev.qiao.ticket.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Field by field, nothing that either side wrote is lost without being asked for. */
class ReconciledTest {
    @Test
    void whatOnlyOneSideChangedIsTakenFromThatSide() {
        var reconciled = Reconciled.of(
                Map.of("title", "甲", "tags", "一"),
                Map.of("title", "乙", "tags", "一"),
                Map.of("title", "甲", "tags", "二"));
        assertThat(reconciled.values()).isEqualTo(Map.of("title", "乙", "tags", "二"));
        assertThat(reconciled.clashes()).isEmpty();
    }

    @Test
    void whatBothChangedDifferentlyIsForAPerson() {
        var reconciled = Reconciled.of(Map.of("title", "甲"), Map.of("title", "乙"), Map.of("title", "丙"));
        assertThat(reconciled.clashes()).containsExactly("title");
        assertThat(reconciled.values()).containsEntry("title", "乙");
    }

    @Test
    void whatBothChangedAlikeIsNoQuestionNorAreTheEndsOfLines() {
        assertThat(Reconciled.of(Map.of("title", "甲"), Map.of("title", "乙"), Map.of("title", "乙"))
                        .clashes())
                .isEmpty();
        assertThat(Reconciled.of(Map.of("text", "a\nb"), Map.of("text", "a\r\nb"), Map.of("text", "c"))
                        .values())
                .containsEntry("text", "c");
    }

    @Test
    void whoDoesNotSayWhatTheyOpenedHasTheLastWord() {
        var reconciled = Reconciled.of(Map.of(), Map.of("title", "乙"), Map.of("title", "丙", "tags", "一"));
        assertThat(reconciled.values()).isEqualTo(Map.of("title", "乙", "tags", "一"));
        assertThat(reconciled.clashes()).isEmpty();
    }

    @Test
    void everyChangeOfEitherSideIsThereOrAskedFor() {
        var random = new Random(20437);
        var words = List.of("", "甲", "乙", "丙");
        for (int round = 0; round < 5_000; round++) {
            Map<String, String> was = new HashMap<>();
            Map<String, String> mine = new HashMap<>();
            Map<String, String> theirs = new HashMap<>();
            for (var name : List.of("a", "b", "c")) {
                was.put(name, words.get(random.nextInt(4)));
                mine.put(name, words.get(random.nextInt(4)));
                theirs.put(name, words.get(random.nextInt(4)));
            }
            var reconciled = Reconciled.of(was, mine, theirs);
            for (var name : was.keySet()) {
                boolean byMe = !mine.get(name).equals(was.get(name));
                boolean byThem = !theirs.get(name).equals(was.get(name));
                boolean asked = byMe && byThem && !mine.get(name).equals(theirs.get(name));
                assertThat(reconciled.clashes().contains(name)).isEqualTo(asked);
                assertThat(reconciled.values().get(name)).isEqualTo(byMe ? mine.get(name) : theirs.get(name));
            }
        }
    }
}

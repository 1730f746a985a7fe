package dev.qiao.ticket.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The browser merges forms of the configuration by the very rule by which the server merges tickets. */
@QiaoTest
class MergeTest {
    private static final String ALL = """
            async (rounds) => {
                const { merge } = await import(new URL('./merge.js', document.querySelector('script[src*="qiao"]').src));
                return rounds.map(({ was, mine, theirs }) => merge(was, mine, theirs));
            }""";

    @Autowired
    Http http;

    @Test
    void everyChangeOfEitherSideIsThereOrAskedForAndTheServerWouldSayTheSame() {
        var random = new Random(412);
        var rounds = new ArrayList<Map<String, Map<String, String>>>();
        for (int round = 0; round < 3_000; round++) {
            rounds.add(Map.of("was", form(random), "mine", form(random), "theirs", form(random)));
        }
        try (var anybody = Browser.desktop(http.root())) {
            var merged = (List<?>) anybody.open("/signin").page().evaluate(ALL, rounds);
            assertThat(merged).hasSameSizeAs(rounds);
            for (int round = 0; round < rounds.size(); round++) {
                var sides = rounds.get(round);
                var was = sides.getOrDefault("was", Map.of());
                var mine = sides.getOrDefault("mine", Map.of());
                var theirs = sides.getOrDefault("theirs", Map.of());
                var said = (Map<?, ?>) merged.get(round);
                var told = Reconciled.of(was, mine, theirs);
                assertThat(said.get("values")).as("%s", sides).isEqualTo(told.values());
                assertThat((List<?>) said.get("clashes"))
                        .as("%s", sides)
                        .hasSameSizeAs(told.clashes())
                        .allMatch(told.clashes()::contains);
                for (var name : mine.keySet()) {
                    if (!was.containsKey(name) || mine.get(name).equals(was.get(name))) continue;
                    assertThat(told.values().getOrDefault(name, ""))
                            .as("what was typed")
                            .isEqualTo(mine.get(name));
                }
            }
        }
    }

    @Test
    void rowsThatBothSidesChangedAreLookedAtByAPerson() {
        var was = Map.of("0.amount", "50", "0.whom", "assignee", "1.amount", "75", "1.whom", "assignee");
        var mine = Map.of("0.amount", "50", "0.whom", "assignee", "1.amount", "75", "1.whom", "manager");
        var theirs = Map.of("0.amount", "75", "0.whom", "assignee", "1.amount", "100", "1.whom", "assignee");
        try (var anybody = Browser.desktop(http.root())) {
            var round = Map.of("was", was, "mine", mine, "theirs", theirs);
            var merged = (List<?>) anybody.open("/signin").page().evaluate(ALL, List.of(round));
            assertThat(((Map<?, ?>) merged.getFirst()).get("clashes").toString())
                    .contains("1.whom");
        }
    }

    /** Fields come and go: not every side has them all. */
    private static Map<String, String> form(Random random) {
        var form = new HashMap<String, String>();
        for (var name : List.of("name", "place", "vip=true", "week#1")) {
            if (random.nextInt(5) > 0) form.put(name, List.of("", "甲", "乙", "丙").get(random.nextInt(4)));
        }
        return form;
    }
}

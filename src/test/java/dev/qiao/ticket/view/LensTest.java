package dev.qiao.ticket.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ticket.Queue.Group;
import dev.qiao.ticket.Queue.Sort;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.view.Lens.Column;
import dev.qiao.ticket.view.Term.All;
import dev.qiao.ticket.view.Term.Between;
import dev.qiao.ticket.view.Term.Is;
import dev.qiao.ticket.view.Term.Not;
import dev.qiao.ticket.view.Token.Thing;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The address of a list says what it shows, is always the same for the same list, and never an error. */
class LensTest {
    private static Lens read(String address) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var part : address.split("&")) {
            int at = part.indexOf('=');
            if (at > 0)
                parameters
                        .computeIfAbsent(part.substring(0, at), _ -> new ArrayList<>())
                        .add(URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
        }
        return LensAddress.read(parameters, LensTest::known);
    }

    /** Things are known by number and, but for persons, by a code. */
    private static Optional<Thing> known(Field field, String text) {
        if (field.sort() == Field.Sort.TEXT) return Optional.of(new Thing(text, text));
        if (text.equals("network")) return Optional.of(new Thing("3", "network"));
        return text.matches("[1-9]\\d{0,2}") ? Optional.of(new Thing(text, text)) : Optional.empty();
    }

    @Test
    void addressesFromTheFirstDayStillMeanTheSame() {
        var lens = read(
                "view=all&stage=waiting&stage=working&priority=urgent,important&assignee=0&team=3&q=%E6%89%93%E5%8D%B0");
        assertThat(lens.view()).isEqualTo(View.ALL);
        assertThat(lens.words()).isEqualTo("打印");
        assertThat(lens.all())
                .containsExactlyInAnyOrder(
                        new Is(Field.STAGE, List.of("waiting", "working")),
                        new Is(Field.PRIORITY, List.of("urgent", "important")),
                        new Is(Field.ASSIGNEE, List.of("none")),
                        new Is(Field.TEAM, List.of("3")));
        assertThat(lens.strange()).isEmpty();
    }

    @Test
    void andAndOrAndNotAreSaidInIt() {
        var lens = read("priority=!normal&or=team:3;stage:waiting&or=assignee:me,none;due:..now");
        assertThat(lens.all()).containsExactly(new Not(new Is(Field.PRIORITY, List.of("normal"))));
        assertThat(lens.any())
                .containsExactly(
                        new All(List.of(new Is(Field.TEAM, List.of("3")), new Is(Field.STAGE, List.of("waiting")))),
                        new All(List.of(
                                new Is(Field.ASSIGNEE, List.of("me", "none")),
                                new Between(Field.DUE, null, new Day.Now()))));
    }

    @Test
    void thingsStandInItByTheirCodes() {
        var lens = read("team=network&or=team:!network&or=tag:vpn");
        assertThat(lens.all()).containsExactly(Is.of(Field.TEAM, 3, "network"));
        assertThat(lens.address()).isEqualTo("team=network&or=team:!network&or=tag:vpn");
    }

    @Test
    void onePossibilityAloneHoldsWithTheOthers() {
        var lens = read("priority=urgent&or=stage:on_hold");
        assertThat(lens.any()).isEmpty();
        assertThat(lens.address()).isEqualTo("stage=on_hold&priority=urgent");
    }

    @Test
    void whatATicketCanHaveTwiceIsAskedForTwice() {
        assertThat(read("tag=vpn&tag=crm").all())
                .containsExactly(new Is(Field.TAG, List.of("vpn")), new Is(Field.TAG, List.of("crm")));
        assertThat(read("tag=vpn,crm").all()).containsExactly(new Is(Field.TAG, List.of("vpn", "crm")));
    }

    @Test
    void whatNobodyUnderstandsIsKeptToBeSaidAndTheRestHolds() {
        var lens = read(
                "view=gone&priority=urgent,blue&colour=red&team=4711&due=someday&or=team:4711&or=nonsense&sort=size&cols=stage,moon");
        assertThat(lens.view()).isEqualTo(View.OPEN);
        assertThat(lens.all()).containsExactly(new Is(Field.PRIORITY, List.of("urgent")));
        assertThat(lens.any()).isEmpty();
        assertThat(lens.columns()).containsExactly(Column.STAGE);
        assertThat(lens.strange())
                .containsExactlyInAnyOrder(
                        "view=gone",
                        "priority=blue",
                        "colour=red",
                        "team=4711",
                        "due=someday",
                        "team=4711",
                        "or=nonsense",
                        "sort=size",
                        "cols=moon");
    }

    @Test
    void everyLensIsReadAsItWasWritten() {
        var chance = new Random(20261122);
        for (int n = 0; n < 2_000; n++) {
            var lens = any(chance);
            var address = lens.address();
            var again = read(address);
            assertThat(again.address()).as("%s", lens).isEqualTo(address);
            assertThat(again.strange()).as(address).isEmpty();
            assertThat(again.any()).isEqualTo(lens.any());
            assertThat(again.all()).containsExactlyInAnyOrderElementsOf(lens.all());
        }
    }

    @Test
    void noAddressHoweverBrokenIsRefused() {
        var chance = new Random(7);
        var bits = List.of(
                "=",
                "&",
                "or",
                "team",
                ":",
                ";",
                ",",
                "!",
                "..",
                "due",
                "today+99999",
                "%41",
                "priority",
                "9".repeat(30),
                "view");
        for (int n = 0; n < 2_000; n++) {
            var text = new StringBuilder();
            for (int i = chance.nextInt(12); i >= 0; i--) text.append(bits.get(chance.nextInt(bits.size())));
            var lens = read(text.toString());
            assertThat(read(lens.address()).strange()).as(text.toString()).isEmpty();
        }
    }

    private static Lens any(Random chance) {
        var fields = new ArrayList<>(List.of(Field.values()));
        java.util.Collections.shuffle(fields, chance);
        var all = fields.stream()
                .limit(chance.nextInt(4))
                .map(field -> token(field, chance))
                .toList();
        var alternatives = new ArrayList<All>();
        for (int n = chance.nextInt(3); n > 0; n--)
            alternatives.add(new All(List.of(
                    token(Field.values()[chance.nextInt(Field.values().length)], chance), token(Field.TEAM, chance))));
        return new Lens(
                View.values()[chance.nextInt(View.values().length)],
                chance.nextBoolean() ? "卡纸 & 100% = " + chance.nextInt(9) : null,
                all,
                alternatives,
                chance.nextBoolean() ? List.of(Column.STAGE, Column.OPENED) : List.of(),
                Sort.values()[chance.nextInt(4)],
                Group.values()[chance.nextInt(6)],
                List.of());
    }

    private static Term token(Field field, Random chance) {
        var plain = switch (field.sort()) {
            case WORD, FLAG ->
                new Is(
                        field,
                        List.of(field.words().get(chance.nextInt(field.words().size()))));
            case ID -> new Is(field, List.of(Integer.toString(1 + chance.nextInt(900)), "none"));
            case TEXT -> {
                var text = "a,b;c!%" + chance.nextInt(3);
                yield new Is(field, List.of(text), List.of(Token.closed(text)));
            }
            case DAY ->
                new Between(
                        field,
                        new Day.FromToday(chance.nextInt(9) - 4),
                        chance.nextBoolean() ? new Day.On(LocalDate.of(2026, 11, 1 + chance.nextInt(28))) : null);
        };
        return chance.nextInt(3) == 0 ? new Not(plain) : plain;
    }

    @Test
    void theSameConditionsAskTheSameWayWhoeverWroteThem() {
        assertThat(Map.of("a", read("team=3&priority=urgent").address()))
                .containsValue(read("priority=urgent&team=3").address());
    }
}

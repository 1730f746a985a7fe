package dev.qiao.people.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.qiao.people.roster.Layer.Unit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-03-02T09:00");

    @Test
    void aWeekIsHandedOverAtItsHour() {
        var roster = roster(SHANGHAI, weekly(1, 0, Set.of(1L), Set.of(2L)));
        assertThat(roster.onDuty(at("2026-03-09T08:59", SHANGHAI))).containsExactly(1L);
        assertThat(roster.onDuty(at("2026-03-09T09:00", SHANGHAI))).containsExactly(2L);
        assertThat(roster.onDuty(at("2026-03-16T09:00", SHANGHAI))).containsExactly(1L);
        assertThat(roster.onDuty(at("2026-03-02T08:59", SHANGHAI)))
                .as("before the first turn")
                .isEmpty();
    }

    @Test
    void twelveHoursAreHandedOverTwiceADayAlsoWhenTheClockLeaps() {
        var layer = new Layer(
                1, "昼夜", 0, LocalDateTime.parse("2026-03-28T08:00"), null, 12, Unit.HOUR, list(1, 2), List.of(), 1);
        var roster = roster(BERLIN, layer);
        assertThat(roster.shifts(at("2026-03-28T08:00", BERLIN), at("2026-03-29T20:00", BERLIN)))
                .extracting(shift -> shift.from().toString())
                .containsExactly("2026-03-28T07:00:00Z", "2026-03-28T19:00:00Z", "2026-03-29T06:00:00Z");
    }

    @Test
    void oneWhoLooksInTheMiddleOfAShiftSeesTheWholeOfIt() {
        var roster = roster(SHANGHAI, weekly(1, 0, Set.of(1L), Set.of(2L)));
        assertThat(roster.whole(at("2026-03-11T11:10", SHANGHAI), at("2026-03-25T11:10", SHANGHAI)))
                .extracting(Shift::from, Shift::to)
                .containsExactly(
                        tuple(at("2026-03-09T09:00", SHANGHAI), at("2026-03-16T09:00", SHANGHAI)),
                        tuple(at("2026-03-16T09:00", SHANGHAI), at("2026-03-23T09:00", SHANGHAI)),
                        tuple(at("2026-03-23T09:00", SHANGHAI), at("2026-03-30T09:00", SHANGHAI)));
    }

    @Test
    void aHigherLayerOverridesAndTheLowerComesBack() {
        var holiday = new Layer(
                2,
                "春节",
                1,
                LocalDateTime.parse("2026-03-03T00:00"),
                LocalDateTime.parse("2026-03-05T00:00"),
                1,
                Unit.DAY,
                list(8, 9),
                List.of(),
                1);
        var roster = roster(SHANGHAI, weekly(1, 0, Set.of(1L)), holiday);
        assertThat(roster.onDuty(at("2026-03-02T23:59", SHANGHAI))).containsExactly(1L);
        assertThat(roster.onDuty(at("2026-03-03T00:00", SHANGHAI))).containsExactly(8L);
        assertThat(roster.onDuty(at("2026-03-04T12:00", SHANGHAI))).containsExactly(9L);
        assertThat(roster.onDuty(at("2026-03-05T00:00", SHANGHAI))).containsExactly(1L);
    }

    @Test
    void layersOfOneLevelStandBesideEachOther() {
        var roster = roster(SHANGHAI, weekly(1, 0, Set.of(1L)), weekly(2, 0, Set.of(2L, 3L)));
        assertThat(roster.onDuty(at("2026-03-02T09:00", SHANGHAI))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegins() {
        var night = LayerDraft.fixed("夜", MONDAY, Set.of(1L), List.of(new Window(DayOfWeek.SUNDAY, 1200, 480)));
        var roster = roster(SHANGHAI, layer(night));
        assertThat(roster.onDuty(at("2026-03-08T20:00", SHANGHAI))).containsExactly(1L);
        assertThat(roster.onDuty(at("2026-03-09T07:59", SHANGHAI))).containsExactly(1L);
        assertThat(roster.onDuty(at("2026-03-09T08:00", SHANGHAI))).isEmpty();
    }

    @Test
    void whoIsOnLeaveLeavesAGapUntilSomebodyStandsIn() {
        var leave = new Leave(1, 1, at("2026-03-04T00:00", SHANGHAI), at("2026-03-05T00:00", SHANGHAI), "");
        var cover = new Cover(1, 1, 2, 1L, at("2026-03-04T12:00", SHANGHAI), at("2026-03-05T00:00", SHANGHAI), null);
        var roster = new Roster(
                1,
                SHANGHAI,
                List.of(),
                List.of(weekly(1, 0, Set.of(1L))),
                List.of(cover),
                List.of(leave),
                Set.of(1L, 2L));
        assertThat(roster.posts(at("2026-03-04T11:59", SHANGHAI))).containsExactly(new Post(1L, null, 1L));
        assertThat(roster.posts(at("2026-03-04T12:00", SHANGHAI))).containsExactly(new Post(1L, 2L, 1L));
        assertThat(roster.posts(at("2026-03-05T00:00", SHANGHAI))).containsExactly(new Post(1L, 1L, null));
    }

    @Test
    void hoursThatAreWantedAndNobodyPlannedAreAGap() {
        var wanted = List.of(new Window(DayOfWeek.MONDAY, 0, 1440));
        var roster =
                new Roster(1, SHANGHAI, wanted, List.of(weekly(1, 0, Set.of(1L))), List.of(), List.of(), Set.of(1L));
        assertThat(roster.shifts(at("2026-03-02T00:00", SHANGHAI), at("2026-03-03T00:00", SHANGHAI)))
                .extracting(Shift::post)
                .containsExactly(new Post(null, null, null), new Post(1L, 1L, null));
    }

    private static Roster roster(ZoneId zone, Layer... layers) {
        return new Roster(1, zone, List.of(), List.of(layers), List.of(), List.of(), Set.of(1L, 2L, 3L, 8L, 9L));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Layer weekly(long id, int level, Set<Long>... turns) {
        return new Layer(id, "周", level, MONDAY, null, 1, Unit.WEEK, List.of(turns), List.of(), 1);
    }

    private static Layer layer(LayerDraft d) {
        return new Layer(1, d.name(), d.level(), d.starts(), d.ends(), d.every(), d.unit(), d.turns(), d.windows(), 1);
    }

    private static List<Set<Long>> list(long... people) {
        return Arrays.stream(people).mapToObj(Set::of).toList();
    }

    private static Instant at(String wall, ZoneId zone) {
        return LocalDateTime.parse(wall).atZone(zone).toInstant();
    }
}

package dev.qiao.people.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.people.roster.Layer.Unit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random rosters against a watchman who walks through them minute by minute with an eye on the wall clock, in zones and weeks in which
 * the clock leaps, falls back, or does neither.
 */
class RosterOracleTest {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Asia/Shanghai"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"));
    private static final List<Instant> WEEKS = List.of(
            Instant.parse("2026-03-05T00:00:00Z"),
            Instant.parse("2026-03-26T00:00:00Z"),
            Instant.parse("2026-10-01T00:00:00Z"),
            Instant.parse("2026-10-22T00:00:00Z"),
            Instant.parse("2026-10-29T00:00:00Z"));
    private static final int MINUTES = 6 * 1440;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void shiftsAndWhoIsOnDutyAreWhatTheWatchmanSees(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            var from = WEEKS.get(random.nextInt(WEEKS.size())).plus(Duration.ofMinutes(random.nextInt(1440)));
            var roster = roster(random, from);
            var shifts = roster.shifts(from, from.plus(Duration.ofMinutes(MINUTES)));
            var watchman = new Watchman(roster, from);
            for (int minute = 0; minute < MINUTES; minute++) {
                var at = from.plus(Duration.ofMinutes(minute));
                var seen = watchman.at(at);
                var told = shifts.stream()
                        .filter(s -> !at.isBefore(s.from()) && at.isBefore(s.to()))
                        .map(Shift::post)
                        .collect(Collectors.toSet());
                if (!told.equals(seen))
                    assertThat(told).as("%s at %s", roster, at).isEqualTo(seen);
                if (minute % 7 == 0) {
                    var there = new TreeSet<Long>();
                    seen.stream().filter(post -> !post.gap()).forEach(post -> there.add(post.person()));
                    assertThat(roster.onDuty(at)).as("%s at %s", roster, at).containsExactlyElementsOf(there);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void aShiftIsAsLongAsItCanBe(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            var from = WEEKS.get(random.nextInt(WEEKS.size()));
            var shifts = roster(random, from).shifts(from, from.plus(Duration.ofDays(9)));
            assertThat(shifts).allMatch(s -> s.from().isBefore(s.to()));
            for (var shift : shifts) {
                assertThat(shifts)
                        .as("nothing goes on where the same ends")
                        .noneMatch(
                                s -> s.post().equals(shift.post()) && s.from().equals(shift.to()));
            }
        }
    }

    /** Sees the wall clock each minute, and never believes that it runs backwards. */
    private static final class Watchman {
        private final Roster roster;
        private LocalDateTime latest;

        Watchman(Roster roster, Instant from) {
            this.roster = roster;
            this.latest = LocalDateTime.MIN;
            for (int minute = -300; minute < 0; minute++) look(from.plus(Duration.ofMinutes(minute)));
        }

        private void look(Instant at) {
            var local = at.atZone(roster.zone()).toLocalDateTime();
            if (local.isAfter(latest)) latest = local;
        }

        Set<Post> at(Instant at) {
            look(at);
            var seen = new HashSet<Post>();
            int top = -1;
            for (var layer : roster.layers()) if (open(layer)) top = Math.max(top, layer.level());
            for (var layer : roster.layers()) {
                if (!open(layer) || layer.level() != top) continue;
                long hours = layer.unit() == Unit.HOUR ? 1 : layer.unit() == Unit.DAY ? 24 : 168;
                long minutes = ChronoUnit.MINUTES.between(layer.starts(), latest);
                int turn = (int)
                        (minutes / (hours * 60 * layer.every()) % layer.turns().size());
                for (long planned : layer.turns().get(turn)) seen.add(stands(layer, planned, at));
            }
            for (var cover : roster.covers()) {
                if (cover.instead() == null && runs(cover.from(), cover.to(), at) && here(cover.person(), at))
                    seen.add(new Post(null, cover.person(), null));
            }
            if (seen.isEmpty() && !roster.wanted().isEmpty() && within(roster.wanted()))
                seen.add(new Post(null, null, null));
            return seen;
        }

        private Post stands(Layer layer, long planned, Instant at) {
            long who = planned;
            for (var cover : roster.covers()) {
                if (cover.instead() != null && cover.instead() == who && runs(cover.from(), cover.to(), at))
                    who = cover.person();
            }
            return here(who, at)
                    ? new Post(layer.id(), who, who == planned ? null : planned)
                    : new Post(layer.id(), null, who);
        }

        private boolean open(Layer layer) {
            if (latest.isBefore(layer.starts())) return false;
            if (layer.ends() != null && !latest.isBefore(layer.ends())) return false;
            return layer.windows().isEmpty() || within(layer.windows());
        }

        private boolean within(List<Window> windows) {
            int minute = latest.getHour() * 60 + latest.getMinute();
            var day = latest.getDayOfWeek();
            for (var w : windows) {
                boolean night = w.ends() <= w.starts();
                if (day == w.day() && minute >= w.starts() && (night || minute < w.ends())) return true;
                if (night && day == w.day().plus(1) && minute < w.ends()) return true;
            }
            return false;
        }

        private boolean here(long person, Instant at) {
            for (var leave : roster.leaves())
                if (leave.person() == person && runs(leave.from(), leave.to(), at)) return false;
            return roster.staff().contains(person);
        }

        private static boolean runs(Instant from, Instant to, Instant at) {
            return from.compareTo(at) <= 0 && at.compareTo(to) < 0;
        }
    }

    private static Roster roster(Random random, Instant from) {
        var zone = ZONES.get(random.nextInt(ZONES.size()));
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) layers.add(layer(random, i, from, zone));
        var covers = new ArrayList<Cover>();
        for (int i = 0; i < random.nextInt(5); i++) {
            var starts = moment(random, from);
            var instead = random.nextInt(3) == 0 ? null : Long.valueOf(1 + random.nextInt(5));
            covers.add(new Cover(i, 1, 6 + random.nextInt(3), instead, starts, after(random, starts), null));
        }
        var leaves = new ArrayList<Leave>();
        for (int i = 0; i < random.nextInt(4); i++) {
            var starts = moment(random, from);
            leaves.add(new Leave(i, 1 + random.nextInt(8), starts, after(random, starts), ""));
        }
        var wanted = random.nextBoolean() ? List.<Window>of() : windows(random);
        return new Roster(1, zone, wanted, layers, covers, leaves, Set.of(1L, 2L, 3L, 4L, 6L, 7L, 8L));
    }

    private static Layer layer(Random random, int id, Instant from, ZoneId zone) {
        var starts = LocalDateTime.ofInstant(from, zone)
                .minusMinutes(random.nextInt(30 * 1440) - 3 * 1440)
                .truncatedTo(ChronoUnit.MINUTES);
        var ends = random.nextInt(4) == 0 ? starts.plusMinutes(1 + random.nextInt(35 * 1440)) : null;
        var unit = Unit.values()[random.nextInt(3)];
        var turns = new ArrayList<Set<Long>>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            var turn = new TreeSet<Long>();
            for (int j = 0; j < 1 + random.nextInt(2); j++) turn.add(1L + random.nextInt(5));
            turns.add(turn);
        }
        int every = 1 + random.nextInt(unit == Unit.HOUR ? 30 : 2);
        var windows = random.nextInt(3) == 0 ? List.<Window>of() : windows(random);
        return new Layer(id, "L" + id, random.nextInt(3), starts, ends, every, unit, turns, windows, 1);
    }

    private static List<Window> windows(Random random) {
        var windows = new ArrayList<Window>();
        for (int i = 0; i < 1 + random.nextInt(9); i++) {
            int starts = random.nextInt(1440);
            int ends = 1 + random.nextInt(1440);
            if (starts != ends) windows.add(new Window(DayOfWeek.of(1 + random.nextInt(7)), starts, ends));
        }
        return windows;
    }

    private static Instant moment(Random random, Instant from) {
        return from.plus(Duration.ofMinutes(random.nextInt(8 * 1440) - 1440));
    }

    private static Instant after(Random random, Instant from) {
        return from.plus(Duration.ofMinutes(1 + random.nextInt(3 * 1440)));
    }
}

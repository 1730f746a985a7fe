package dev.qiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.calendar.Rules.Special;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calendars against an oracle that looks at the wall clock once a minute. */
class CalendarOracleTest {
    private static final List<String> ZONES = List.of(
            "Asia/Shanghai",
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Kolkata",
            "America/St_Johns",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "Africa/Casablanca",
            "America/Sao_Paulo",
            "Asia/Tehran",
            "Pacific/Chatham",
            "UTC");

    static List<Long> seeds() {
        return new SplittableRandom(20261121).longs(60).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void workBetweenTwoMomentsIsWhatTheWallClockShows(long seed) {
        var random = new SplittableRandom(seed);
        var world = World.random(random);
        for (int i = 0; i < 8; i++) {
            int a = random.nextInt(world.minutes);
            int b = random.nextInt(a, world.minutes + 1);
            assertThat(world.calendar.between(world.at(a), world.at(b)))
                    .isEqualTo(Duration.ofMinutes(world.sums[b] - world.sums[a]));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void addingWorkLeadsToTheFirstMomentThatHasIt(long seed) {
        var random = new SplittableRandom(seed);
        var world = World.random(random);
        for (int i = 0; i < 8; i++) {
            int a = random.nextInt(world.minutes);
            int left = world.sums[world.minutes] - world.sums[a];
            if (left == 0) continue;
            int work = random.nextInt(1, left + 1);
            int b = a;
            while (world.sums[b] - world.sums[a] < work) b++;
            assertThat(world.calendar.add(world.at(a), Duration.ofMinutes(work)))
                    .isEqualTo(world.at(b));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsAddedIsMeasuredAgainToTheMicrosecond(long seed) {
        var random = new SplittableRandom(seed);
        var calendar = World.random(random).calendar;
        var from = Instant.parse("2025-06-01T00:00:00Z").plus(random.nextLong(10_000_000_000_000L), ChronoUnit.MICROS);
        var work = Duration.of(random.nextLong(1, 5_000_000_000_000L), ChronoUnit.MICROS);
        var due = calendar.add(from, work);
        assertThat(calendar.between(from, due)).isEqualTo(work);
        assertThat(calendar.between(from, due.minus(1, ChronoUnit.MICROS))).isLessThan(work);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void piecesCoverTheTimeWithoutHolesAndCountTheSame(long seed) {
        var random = new SplittableRandom(seed);
        var world = World.random(random);
        var from = world.at(random.nextInt(world.minutes / 2));
        var to = world.at(random.nextInt(world.minutes / 2, world.minutes));
        var reached = from;
        var counted = Duration.ZERO;
        boolean before = false;
        for (var piece : world.calendar.pieces(from, to)) {
            assertThat(piece.from()).isEqualTo(reached).isBefore(piece.to());
            if (!reached.equals(from)) assertThat(piece.counted()).isNotEqualTo(before);
            reached = piece.to();
            before = piece.counted();
            if (before) counted = counted.plus(piece.length());
        }
        assertThat(reached).isEqualTo(to);
        assertThat(counted).isEqualTo(world.calendar.between(from, to));
    }

    /** Some weeks around a change of the clocks, or of the year, minute by minute. */
    private record World(WorkCalendar calendar, Instant start, int minutes, int[] sums) {
        static World random(SplittableRandom random) {
            var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            var around = Instant.parse("2009-01-01T00:00:00Z").plus(random.nextInt(365 * 18), ChronoUnit.DAYS);
            var change = zone.getRules().nextTransition(around);
            if (random.nextInt(4) > 0 && change != null) around = change.getInstant();
            var start = around.truncatedTo(ChronoUnit.DAYS).minus(random.nextInt(1, 6), ChronoUnit.DAYS);
            var first = rules(random, zone, start);
            var second = rules(random, random.nextBoolean() ? zone : ZoneId.of("Asia/Kolkata"), start);
            var change2 = start.plus(random.nextInt(14 * 1440), ChronoUnit.MINUTES);
            var calendar = WorkCalendar.of(first);
            if (random.nextBoolean()) calendar = calendar.from(change2, second);
            else second = first;
            int minutes = 12 * 1440;
            var sums = new int[minutes + 1];
            for (int i = 0; i < minutes; i++) {
                var at = start.plus(i, ChronoUnit.MINUTES);
                sums[i + 1] = sums[i] + (works(at.isBefore(change2) ? first : second, at) ? 1 : 0);
            }
            return new World(calendar, start, minutes, sums);
        }

        Instant at(int minute) {
            return start.plus(minute, ChronoUnit.MINUTES);
        }

        private static boolean works(Rules rules, Instant at) {
            var wall = at.atZone(rules.zone());
            int minute = wall.getHour() * 60 + wall.getMinute();
            return rules.on(wall.toLocalDate()).stream().anyMatch(h -> h.from() <= minute && minute < h.to());
        }

        private static Rules rules(SplittableRandom random, ZoneId zone, Instant around) {
            var week = new ArrayList<List<Hours>>();
            for (int i = 0; i < 7; i++) week.add(random.nextInt(4) == 0 ? List.of() : hours(random));
            week.set(random.nextInt(7), List.of(new Hours(0, 1440)));
            var days = new TreeMap<LocalDate, Special>();
            var date = around.atZone(zone).toLocalDate();
            for (int i = 0; i < 4; i++) {
                days.put(date.plusDays(random.nextInt(20)), new Special(random.nextBoolean(), "", date.getYear()));
            }
            return new Rules(zone, week, hours(random), true, new TreeSet<>(), days);
        }

        private static List<Hours> hours(SplittableRandom random) {
            var hours = new ArrayList<Hours>();
            for (int at = random.nextInt(300); at < 1380 && hours.size() < 4; at += random.nextInt(1, 300)) {
                int to = Math.min(1440, at + random.nextInt(1, 400));
                hours.add(new Hours(at, to));
                at = to;
            }
            return hours;
        }
    }
}

package dev.qiao.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final long LEAD = 99;
    private static final long SQL = 7;

    @Test
    void whoIsOnDutyIsAskedAndNotWhoHasLessToDoAtHome() {
        var turn = Turn.of(List.of(off(1, 0), on(2, 7)), Map.of(), Set.of(), LEAD);
        assertThat(turn.person()).isEqualTo(2);
        assertThat(turn.reason()).isEqualTo(Reason.of("dispatch.only_one", 7));
        assertThat(turn.last()).isFalse();
    }

    @Test
    void theLeastLoadedOnDutyIsAsked() {
        var turn = Turn.of(List.of(on(1, 5), on(2, 3), on(3, 4)), Map.of(), Set.of(), LEAD);
        assertThat(turn.person()).isEqualTo(2);
        assertThat(turn.reason()).isEqualTo(Reason.of("dispatch.least_loaded", 3, 3));
    }

    @Test
    void ofTwoWithTheSameLoadTheLongerIdleIsAsked() {
        var turn = Turn.of(
                List.of(idle(1, NOON), idle(2, NOON.minusSeconds(60)), idle(3, NOON.minusSeconds(1))),
                Map.of(),
                Set.of(),
                LEAD);
        assertThat(turn.person()).isEqualTo(2);
        assertThat(turn.reason()).isEqualTo(Reason.of("dispatch.longest_idle", 3, 2));
    }

    @Test
    void whoWasNeverGivenAnythingHasBeenIdleLongest() {
        assertThat(Turn.of(List.of(idle(1, Instant.EPOCH), idle(2, null)), Map.of(), Set.of(), LEAD)
                        .person())
                .isEqualTo(2);
    }

    @Test
    void nobodyOnDutyMeansTheLead() {
        var turn = Turn.of(List.of(off(1, 0), off(2, 0)), Map.of(), Set.of(), LEAD);
        assertThat(turn.person()).isEqualTo(LEAD);
        assertThat(turn.reason()).isEqualTo(Reason.of("dispatch.nobody_on_duty"));
        assertThat(turn.last()).isTrue();
    }

    @Test
    void whoWasAskedBeforeIsNotAskedAgain() {
        assertThat(Turn.of(List.of(on(1, 0), on(2, 9)), Map.of(), Set.of(1L), LEAD)
                        .person())
                .isEqualTo(2);
    }

    @Test
    void afterEverybodyWasAskedItIsTheLead() {
        var turn = Turn.of(List.of(on(1, 0), on(2, 9)), Map.of(), Set.of(1L, 2L), LEAD);
        assertThat(turn.person()).isEqualTo(LEAD);
        assertThat(turn.reason()).isEqualTo(Reason.of("dispatch.everyone_asked", 2));
        assertThat(turn.last()).isTrue();
    }

    @Test
    void afterEverybodyWasAskedInATeamWithoutALeadThatIsStillSaid() {
        var turn = Turn.of(List.of(on(1, 0), on(2, 9)), Map.of(), Set.of(1L, 2L), null);
        assertThat(turn.person()).isNull();
        assertThat(turn.reason()).isEqualTo(Reason.of("dispatch.nobody_left", 2));
        assertThat(turn.last()).isTrue();
    }

    @Test
    void aTeamWithNobodyOnDutyAndNoLeadLeavesItVisiblyUnassigned() {
        var turn = Turn.of(List.of(off(1, 0)), Map.of(), Set.of(), null);
        assertThat(turn.person()).isNull();
        assertThat(turn.reason()).isEqualTo(Reason.of("dispatch.no_lead"));
        assertThat(turn.last()).isTrue();
    }

    @Test
    void whoCannotDoItIsNotAskedAndEachStepIsSaid() {
        var turn = Turn.of(
                List.of(able(1, 0, Map.of()), able(2, 5, Map.of(SQL, 2)), able(3, 9, Map.of(SQL, 3)), off(4, 0)),
                Map.of(SQL, 2),
                Set.of(),
                LEAD);
        assertThat(turn.person()).isEqualTo(2);
        assertThat(turn.steps())
                .containsExactly(Reason.of("dispatch.step_on_duty", 3, 4), Reason.of("dispatch.step_skilled", 2));
        assertThat(Turn.of(List.of(able(1, 0, Map.of(SQL, 1))), Map.of(SQL, 2), Set.of(), LEAD)
                        .reason())
                .isEqualTo(Reason.of("dispatch.nobody_skilled", 1));
    }

    @Test
    void whoIsAtCapacityIsPassedOver() {
        var turn = Turn.of(List.of(limited(1, 4, 4), limited(2, 6, 9)), Map.of(), Set.of(), LEAD);
        assertThat(turn.person()).isEqualTo(2);
        assertThat(turn.steps()).contains(Reason.of("dispatch.step_room", 1, 2));
        var full = Turn.of(List.of(limited(1, 4, 4)), Map.of(), Set.of(), LEAD);
        assertThat(full.person()).isEqualTo(LEAD);
        assertThat(full.reason()).isEqualTo(Reason.of("dispatch.everyone_full", 1));
    }

    /** The oracle says it in another way: nobody who could be asked stands before the one who is. */
    @Test
    void nobodyWhoCouldBeAskedStandsBeforeTheChosen() {
        var random = new Random(20437);
        for (int i = 0; i < 30_000; i++) {
            var team = randomTeam(random);
            var asked = new HashSet<Long>();
            team.stream().filter(_ -> random.nextInt(4) == 0).forEach(c -> asked.add(c.person()));
            Map<Long, Integer> wanted = random.nextBoolean() ? Map.of() : Map.of(SQL, 1 + random.nextInt(3));
            var turn = Turn.of(team, wanted, asked, LEAD);
            var eligible = new ArrayList<Candidate>();
            for (var c : team) {
                boolean able = wanted.isEmpty() || c.levels().getOrDefault(SQL, 0) >= wanted.get(SQL);
                boolean full = c.capacity() != null && c.load() >= c.capacity();
                if (c.onDuty() && able && !full && !asked.contains(c.person())) eligible.add(c);
            }
            if (eligible.isEmpty()) {
                assertThat(turn.person()).isEqualTo(LEAD);
                assertThat(turn.last()).isTrue();
            } else {
                var chosen = eligible.stream()
                        .filter(c -> c.person() == turn.person())
                        .findFirst()
                        .orElseThrow();
                assertThat(eligible).noneMatch(c -> before(c, chosen));
                assertThat(turn.last()).isFalse();
            }
        }
    }

    @Test
    void theOrderOfTheMembersDoesNotMatter() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var team = randomTeam(random);
            var chosen = Turn.of(team, Map.of(), Set.of(), LEAD);
            Collections.shuffle(team, random);
            assertThat(Turn.of(team, Map.of(), Set.of(), LEAD)).isEqualTo(chosen);
        }
    }

    @Test
    void equalWorkIsSharedEvenly() {
        var team = new ArrayList<>(
                LongStream.rangeClosed(1, 7).mapToObj(id -> on(id, 0)).toList());
        for (int i = 0; i < 100; i++) {
            var at = NOON.plusSeconds(i);
            var person = Turn.of(team, Map.of(), Set.of(), LEAD).person();
            team.replaceAll(c -> c.person() == person ? c.given(1, at) : c);
        }
        assertThat(team).allMatch(c -> c.load() == 14 || c.load() == 15);
    }

    private static boolean before(Candidate a, Candidate b) {
        if (a.load() != b.load()) return a.load() < b.load();
        var left = a.idleSince() == null ? Instant.MIN : a.idleSince();
        var right = b.idleSince() == null ? Instant.MIN : b.idleSince();
        return left.equals(right) ? a.person() < b.person() : left.isBefore(right);
    }

    private static List<Candidate> randomTeam(Random random) {
        var team = new ArrayList<Candidate>();
        for (long id = 1; id <= random.nextInt(9); id++) {
            var since = random.nextInt(4) == 0 ? null : NOON.minusSeconds(random.nextInt(4));
            Map<Long, Integer> levels = random.nextBoolean() ? Map.of() : Map.of(SQL, 1 + random.nextInt(3));
            var capacity = random.nextInt(3) == 0 ? Integer.valueOf(1 + random.nextInt(4)) : null;
            team.add(new Candidate(id, random.nextInt(3) > 0, levels, capacity, random.nextInt(4), since));
        }
        return team;
    }

    private static Candidate on(long person, int load) {
        return new Candidate(person, true, Map.of(), null, load, NOON);
    }

    private static Candidate off(long person, int load) {
        return new Candidate(person, false, Map.of(), null, load, NOON);
    }

    private static Candidate idle(long person, @Nullable Instant since) {
        return new Candidate(person, true, Map.of(), null, 2, since);
    }

    private static Candidate able(long person, int load, Map<Long, Integer> levels) {
        return new Candidate(person, true, levels, null, load, NOON);
    }

    private static Candidate limited(long person, int load, int capacity) {
        return new Candidate(person, true, Map.of(), capacity, load, NOON);
    }
}

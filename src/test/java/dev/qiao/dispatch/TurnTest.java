package dev.qiao.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final long LEAD = 99;

    @Test
    void whoIsOnDutyIsAskedAndNotWhoHasLessToDoAtHome() {
        var turn = Turn.of(List.of(off(1, 0), on(2, 7)), Set.of(), LEAD);
        assertThat(turn.person()).isEqualTo(2);
        assertThat(turn.reason()).isEqualTo(Reason.of("dispatch.only_one", 7));
        assertThat(turn.last()).isFalse();
    }

    @Test
    void theLeastLoadedOnDutyIsAsked() {
        var turn = Turn.of(List.of(on(1, 5), on(2, 3), on(3, 4)), Set.of(), LEAD);
        assertThat(turn.person()).isEqualTo(2);
        assertThat(turn.reason()).isEqualTo(Reason.of("dispatch.least_loaded", 3, 3));
    }

    @Test
    void ofTwoWithTheSameLoadTheLongerIdleIsAsked() {
        var turn = Turn.of(
                List.of(idle(1, NOON), idle(2, NOON.minusSeconds(60)), idle(3, NOON.minusSeconds(1))), Set.of(), LEAD);
        assertThat(turn.person()).isEqualTo(2);
        assertThat(turn.reason()).isEqualTo(Reason.of("dispatch.longest_idle", 3, 2));
    }

    @Test
    void whoWasNeverGivenAnythingHasBeenIdleLongest() {
        assertThat(Turn.of(List.of(idle(1, Instant.EPOCH), idle(2, null)), Set.of(), LEAD)
                        .person())
                .isEqualTo(2);
    }

    @Test
    void nobodyOnDutyMeansTheLead() {
        var turn = Turn.of(List.of(off(1, 0), off(2, 0)), Set.of(), LEAD);
        assertThat(turn).isEqualTo(new Turn(LEAD, Reason.of("dispatch.nobody_on_duty"), true));
    }

    @Test
    void whoWasAskedBeforeIsNotAskedAgain() {
        assertThat(Turn.of(List.of(on(1, 0), on(2, 9)), Set.of(1L), LEAD).person())
                .isEqualTo(2);
    }

    @Test
    void afterEverybodyWasAskedItIsTheLead() {
        var turn = Turn.of(List.of(on(1, 0), on(2, 9)), Set.of(1L, 2L), LEAD);
        assertThat(turn).isEqualTo(new Turn(LEAD, Reason.of("dispatch.everyone_asked", 2), true));
    }

    @Test
    void aTeamWithNobodyOnDutyAndNoLeadLeavesItVisiblyUnassigned() {
        assertThat(Turn.of(List.of(off(1, 0)), Set.of(), null))
                .isEqualTo(new Turn(null, Reason.of("dispatch.no_lead"), true));
    }

    /** The oracle says it in another way: nobody who could be asked stands before the one who is. */
    @Test
    void nobodyWhoCouldBeAskedStandsBeforeTheChosen() {
        var random = new Random(20437);
        for (int i = 0; i < 20_000; i++) {
            var team = randomTeam(random);
            var asked = new HashSet<Long>();
            team.stream().filter(_ -> random.nextInt(4) == 0).forEach(c -> asked.add(c.person()));
            var turn = Turn.of(team, asked, LEAD);
            var eligible = team.stream()
                    .filter(c -> c.onDuty() && !asked.contains(c.person()))
                    .toList();
            if (eligible.isEmpty()) {
                assertThat(turn.person()).isEqualTo(LEAD);
                assertThat(turn.last()).isTrue();
            } else {
                var chosen = eligible.stream()
                        .filter(c -> c.person() == turn.person())
                        .findFirst()
                        .orElseThrow();
                assertThat(eligible).noneMatch(c -> before(c, chosen));
            }
        }
    }

    @Test
    void theOrderOfTheMembersDoesNotMatter() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var team = randomTeam(random);
            var chosen = Turn.of(team, Set.of(), LEAD);
            Collections.shuffle(team, random);
            assertThat(Turn.of(team, Set.of(), LEAD)).isEqualTo(chosen);
        }
    }

    @Test
    void equalWorkIsSharedEvenly() {
        var team = new ArrayList<>(
                LongStream.rangeClosed(1, 7).mapToObj(id -> on(id, 0)).toList());
        for (int i = 0; i < 100; i++) {
            var at = NOON.plusSeconds(i);
            var person = Turn.of(team, Set.of(), LEAD).person();
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
            team.add(new Candidate(id, random.nextInt(3) > 0, random.nextInt(4), since));
        }
        return team;
    }

    private static Candidate on(long person, int load) {
        return new Candidate(person, true, load, NOON);
    }

    private static Candidate off(long person, int load) {
        return new Candidate(person, false, load, NOON);
    }

    private static Candidate idle(long person, @Nullable Instant since) {
        return new Candidate(person, true, 2, since);
    }
}

package dev.qiao.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.asset.Links;
import dev.qiao.signal.rule.Opens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Which alerts belong together. */
class CorrelationTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    @RepeatedTest(100)
    void everyAlertHasOnePlaceAndAGroupIsNeverTornApart(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var correlation = new Correlation(List.of(), Links.NONE);
        var alerts = new ArrayList<Alert>();
        for (int n = 1; n <= 40; n++) {
            var service = random.nextInt(3) == 0 ? null : (long) random.nextInt(4);
            alerts.add(alert(n, "group " + random.nextInt(8), service, NOON.plusSeconds(60L * random.nextInt(120))));
        }
        alerts.forEach(alert -> correlation.place(alert, Opens.INCIDENT));
        var placed = new HashMap<Long, Integer>();
        var groups = new HashMap<String, Integer>();
        var gatherings = correlation.gatherings();
        for (int n = 0; n < gatherings.size(); n++) {
            for (var alert : gatherings.get(n).alerts()) {
                assertThat(placed.put(alert.id(), n)).isNull();
                var before = groups.put(alert.group(), n);
                if (before != null) assertThat(before).isEqualTo(n);
            }
        }
        assertThat(placed).hasSize(40);
    }

    @RepeatedTest(100)
    void whatIsWrongIsNeverInAWarningsTicketAndNobodyIsForgotten(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var correlation = new Correlation(List.of(), Links.NONE);
        var wrong = new HashSet<Long>();
        var calling = new HashSet<Long>();
        for (int n = 1; n <= 60; n++) {
            var opens = Opens.values()[random.nextInt(3)];
            var service = random.nextInt(3) == 0 ? null : (long) random.nextInt(4);
            if (opens == Opens.INCIDENT) wrong.add((long) n);
            if (opens != Opens.NOTHING) calling.add((long) n);
            var at = NOON.plusSeconds(60L * random.nextInt(120));
            correlation.place(alert(n, "group " + random.nextInt(8), service, at), opens);
        }
        var placed = new ArrayList<Long>();
        for (var gathering : correlation.gatherings()) {
            var ids = gathering.alerts().stream().map(Alert::id).toList();
            if (gathering.warning()) assertThat(ids).doesNotContainAnyElementsOf(wrong);
            else assertThat(ids).containsAnyElementsOf(wrong);
            placed.addAll(ids);
        }
        assertThat(placed).doesNotHaveDuplicates().containsAll(calling);
    }

    @Test
    void aWarningGoesAlongWithWhatIsAlreadyWrongButNotTheOtherWayRound() {
        var correlation = new Correlation(List.of(), Links.NONE);
        correlation.place(alert(1, "early", 1L, NOON), Opens.WARNING);
        correlation.place(alert(2, "fault", 1L, NOON), Opens.INCIDENT);
        correlation.place(alert(3, "late", 1L, NOON), Opens.WARNING);
        assertThat(correlation.gatherings())
                .extracting(each -> each.alerts().stream().map(Alert::id).toList())
                .containsExactly(List.of(1L), List.of(2L, 3L));
    }

    @Test
    void alertsOfOneServiceBelongTogetherWhileTheyAreNear() {
        var near = Correlation.NEAR;
        assertThat(together(near)).isTrue();
        assertThat(together(near.plusSeconds(1))).isFalse();
    }

    @Test
    void whatCallsNobodyOpensNothingButGoesAlongWithItsGroup() {
        var correlation = new Correlation(List.of(), Links.NONE);
        correlation.place(alert(1, "a", 1L, NOON), Opens.NOTHING);
        assertThat(correlation.gatherings()).isEmpty();
        correlation.place(alert(2, "a", 1L, NOON), Opens.INCIDENT);
        correlation.place(alert(3, "b", 1L, NOON), Opens.NOTHING);
        assertThat(correlation.gatherings()).hasSize(1);
        assertThat(correlation.gatherings().getFirst().alerts())
                .extracting(Alert::id)
                .containsExactly(1L, 2L);
    }

    private static boolean together(Duration apart) {
        var correlation = new Correlation(List.of(), Links.NONE);
        correlation.place(alert(1, "a", 1L, NOON), Opens.INCIDENT);
        correlation.place(alert(2, "b", 1L, NOON.plus(apart)), Opens.INCIDENT);
        return correlation.gatherings().size() == 1;
    }

    private static Alert alert(long id, String group, @Nullable Long service, Instant at) {
        return new Alert(
                id,
                1,
                "key " + id,
                group,
                at,
                at,
                null,
                Alert.State.OPEN,
                Severity.MAJOR,
                Severity.MAJOR,
                "",
                "",
                "",
                Map.of(),
                1,
                at,
                at,
                service,
                null,
                null,
                false);
    }
}

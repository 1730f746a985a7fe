package dev.qiao.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.asset.Links;
import dev.qiao.signal.fold.Failing;
import dev.qiao.signal.fold.Folding;
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

/** Alerts of services that rest on each other. */
class LinkedCorrelationTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Links CHAIN = Links.of(Map.of(1L, List.of(2L), 2L, List.of(3L)));

    @Test
    void linkedServicesAreOneFaultWhileTheyAreNearWhicheverCameFirst() {
        assertThat(gatherings(1, 2, Correlation.NEAR)).isEqualTo(1);
        assertThat(gatherings(2, 1, Correlation.NEAR)).isEqualTo(1);
        assertThat(gatherings(2, 1, Correlation.NEAR.plusSeconds(1))).isEqualTo(2);
        assertThat(gatherings(1, 3, Duration.ZERO)).isEqualTo(2);
    }

    @Test
    void aFaultReachesTheNeighboursOfItsServiceAndNotThoseBeyond() {
        var correlation = new Correlation(List.of(), CHAIN);
        correlation.place(alert(1, "a", 1L, NOON), Opens.INCIDENT);
        correlation.place(alert(2, "b", 2L, NOON), Opens.INCIDENT);
        correlation.place(alert(3, "c", 3L, NOON), Opens.INCIDENT);
        assertThat(correlation.gatherings()).hasSize(2);
    }

    @Test
    void anIncidentThatIsOverTakesNoMoreFromItsNeighbours() {
        var over = new Incident(5, 9, false, 2L, NOON, NOON, NOON.plusSeconds(60), java.util.Set.of(), 1, 0);
        var correlation = new Correlation(List.of(over), CHAIN);
        correlation.place(alert(1, "a", 1L, NOON.plusSeconds(90)), Opens.INCIDENT);
        assertThat(correlation.gatherings().getFirst().incident()).isNull();
    }

    @Test
    void whatLiesBelowAFailingServiceComesToItsIncidentHoweverLate() {
        var correlation = new Correlation(List.of(), CHAIN);
        var failing = new Failing(1, 3, Severity.MAJOR, null);
        var late = alert(2, "b", 1L, NOON.plus(Duration.ofHours(5)));
        var folded = correlation.place(
                List.of(late, alert(1, "a", 3L, NOON)), new Folding(List.of(failing), CHAIN), _ -> Opens.INCIDENT);
        assertThat(folded).containsExactly(Map.entry(2L, failing));
        assertThat(correlation.gatherings()).hasSize(1);
        assertThat(correlation.gatherings().getFirst().worst().id()).isEqualTo(1);
        assertThat(correlation.gatherings().getFirst().service()).isEqualTo(3);
    }

    @Test
    void whatLiesBelowASilencedServiceCallsNobodyAndWhatLiesBelowAClosedTicketDoes() {
        var late = List.of(alert(2, "b", 1L, NOON));
        var silenced = new Correlation(List.of(), CHAIN);
        var known = new Folding(List.of(new Failing(1, 3, Severity.MAJOR, null)), CHAIN);
        assertThat(silenced.place(late, known, _ -> Opens.INCIDENT)).containsOnlyKeys(2L);
        assertThat(silenced.gatherings()).isEmpty();
        var closed = new Correlation(List.of(), CHAIN);
        var gone = new Folding(List.of(new Failing(1, 3, Severity.MAJOR, 77L)), CHAIN);
        assertThat(closed.place(late, gone, _ -> Opens.INCIDENT)).isEmpty();
        assertThat(closed.gatherings()).hasSize(1);
    }

    @RepeatedTest(100)
    void everyAlertHasOnePlaceAndNoTicketIsOpenedForWhatIsFolded(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var links = links(random);
        var alerts = new ArrayList<Alert>();
        var failing = new ArrayList<Failing>();
        for (int n = 1; n <= 40; n++) {
            var service = random.nextInt(5) == 0 ? null : 1L + random.nextInt(8);
            alerts.add(alert(n, "group " + random.nextInt(12), service, NOON.plusSeconds(60L * random.nextInt(240))));
            if (service != null && random.nextInt(3) == 0) failing.add(new Failing(n, service, Severity.MAJOR, null));
        }
        var correlation = new Correlation(List.of(), links);
        var folded = correlation.place(alerts, new Folding(failing, links), _ -> Opens.INCIDENT);
        var placed = new HashSet<Long>();
        for (var gathering : correlation.gatherings()) {
            gathering
                    .alerts()
                    .forEach(alert -> assertThat(placed.add(alert.id())).isTrue());
            assertThat(folded).doesNotContainKey(gathering.worst().id());
            var ids = gathering.alerts().stream().map(Alert::id).toList();
            folded.forEach((alert, under) -> assertThat(ids.contains(alert)).isEqualTo(ids.contains(under.alert())));
        }
        assertThat(placed).hasSize(40);
    }

    private static Links links(Random random) {
        var down = new HashMap<Long, List<Long>>();
        for (long service = 1; service <= 8; service++) {
            var others = new ArrayList<Long>();
            for (long other = service + 1; other <= 8; other++) if (random.nextInt(4) == 0) others.add(other);
            down.put(service, others);
        }
        return Links.of(down);
    }

    private static int gatherings(long first, long second, Duration apart) {
        var correlation = new Correlation(List.of(), CHAIN);
        correlation.place(alert(1, "a", first, NOON), Opens.INCIDENT);
        correlation.place(alert(2, "b", second, NOON.plus(apart)), Opens.INCIDENT);
        return correlation.gatherings().size();
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

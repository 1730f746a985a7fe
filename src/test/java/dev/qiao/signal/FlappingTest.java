package dev.qiao.signal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.source.Sources;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes and goes is one ticket, and nobody is told of each coming and going. */
@QiaoTest
class FlappingTest {
    @Autowired
    Sources sources;

    @Autowired
    Alarms alarms;

    @Autowired
    Alerts alerts;

    @Autowired
    AlertSql sql;

    @Autowired
    IncidentsAddUp sums;

    @Autowired
    Tickets tickets;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    private final String key = Machine.unique("flaps");

    @Test
    void theFifthTimeWithinAnHourItFlapsAndIsOverOnlyWhenItHasBeenQuiet() {
        for (int n = 1; n <= 4; n++) comesAndGoes();
        assertThat(newest().flapping()).isFalse();
        assertThat(incident().restoredAt()).isNotNull();
        comesAndGoes();
        assertThat(newest().flapping()).isTrue();
        assertThat(incident().open()).isZero();
        assertThat(incident().restoredAt()).isNull();
        assertThat(incident().alerts()).as("all of them in one ticket").isEqualTo(5);
        workers.crank(clock.advance(Duration.ofMinutes(10)));
        assertThat(incident().restoredAt()).isNull();
        assertThat(sums.problems()).isEmpty();
        workers.crank(clock.advance(Duration.ofMinutes(6)));
        assertThat(incident().restoredAt()).isEqualTo(newest().endedAt());
        assertThat(tickets.find(incident().ticket(), Me.QIAO).times().restoredAt())
                .isEqualTo(newest().endedAt());
    }

    @Test
    void whatComesNowAndThenDoesNotFlap() {
        for (int n = 1; n <= 8; n++) {
            comesAndGoes();
            clock.advance(Duration.ofMinutes(20));
        }
        assertThat(newest().flapping()).isFalse();
    }

    private void comesAndGoes() {
        say(Says.FIRING);
        clock.advance(Duration.ofMinutes(1));
        say(Says.RESOLVED);
        clock.advance(Duration.ofMinutes(1));
    }

    private void say(Says says) {
        var told = new Told(says, key, key, null, null, Severity.MAJOR, key, "", "", Map.of());
        alarms.tell(sources.own(clock.instant()).id(), List.of(told), clock.instant());
        workers.crank(clock.instant());
    }

    private Alert newest() {
        return sql.newest(50).stream()
                .filter(alert -> alert.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Incident incident() {
        return alerts.incidents(List.of(requireNonNull(newest().incident())), Me.QIAO)
                .getFirst();
    }
}

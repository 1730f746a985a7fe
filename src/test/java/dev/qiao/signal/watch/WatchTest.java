package dev.qiao.signal.watch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Machine;
import dev.qiao.signal.Severity;
import dev.qiao.signal.metric.Points;
import dev.qiao.signal.metric.Sample;
import dev.qiao.signal.source.Sender;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Figures that are watched become warnings, once, and are over when they are calm. */
@QiaoTest
class WatchTest {
    @Autowired
    Machine machine;

    @Autowired
    Watches watches;

    @Autowired
    WatchTrial trial;

    @Autowired
    Points points;

    @Autowired
    Alerts alerts;

    @Autowired
    Tickets tickets;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    private final String metric = Machine.unique("load").replace('-', '_');

    @Test
    void aThresholdWarnsOnceOfTheSeriesThatIsBeyondItUntilItIsCalm() {
        var watch = watches.create(draft(new Threshold(Side.ABOVE, 90, 80, 5)), Me.QIAO, clock.instant());
        long source = machine.connect(Sender.OTLP).source().id();
        minutes(source, 8, 95, 40);
        var alert = only("db01");
        assertThat(alert.severity()).isEqualTo(Severity.WARNING);
        assertThat(alert.title()).contains("95", "90");
        assertThat(of("db02")).isEmpty();
        var ticket = alerts.incidents(List.of(requireNonNull(alert.incident())), Me.QIAO)
                .getFirst()
                .ticket();
        assertThat(tickets.find(ticket, Me.QIAO).matter().kind()).isEqualTo(Kind.TASK);
        minutes(source, 8, 85, 40);
        assertThat(only("db01").open()).as("neither calm nor alarming").isTrue();
        assertThat(watches.watching(Me.QIAO)).containsEntry(watch.id(), new Watching(2, 1));
        minutes(source, 8, 50, 40);
        assertThat(only("db01").open()).isFalse();
        assertThat(watches.watching(Me.QIAO)).containsEntry(watch.id(), new Watching(2, 0));
    }

    @Test
    void aRuleThatIsTakenAwayEndsWhatItFound() {
        var watch = watches.create(draft(new Threshold(Side.ABOVE, 90, 80, 5)), Me.QIAO, clock.instant());
        minutes(machine.connect(Sender.OTLP).source().id(), 8, 95, 40);
        assertThat(only("db01").open()).isTrue();
        watches.delete(watch.id(), Me.QIAO, clock.instant());
        workers.crank(clock.instant());
        assertThat(only("db01").open()).isFalse();
    }

    @Test
    void aRuleIsTriedOnTheDayThatWas() {
        minutes(machine.connect(Sender.OTLP).source().id(), 40, 95, 40);
        var tried = trial.of(draft(new Threshold(Side.ABOVE, 90, 80, 5)), Me.QIAO, clock.instant());
        assertThat(tried.tried()).hasSize(2);
        assertThat(tried.tried())
                .filteredOn(each -> each.now() instanceof Verdict.Alarming)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.labels()).containsEntry("instance", "db01");
                    assertThat(each.times()).isEqualTo(1);
                });
    }

    @Test
    void whatMakesNoSenseIsRefusedFieldByField() {
        var wrong = new WatchDraft(
                "", "", List.of("a=~("), new Threshold(Side.ABOVE, 90, 95, 5), Severity.UNKNOWN, null, true);
        assertThatThrownBy(() -> watches.create(wrong, Me.QIAO, clock.instant()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Refused.Problem::field)
                                .containsExactlyInAnyOrder("name", "metric", "matchers", "severity", "calm"));
    }

    private WatchDraft draft(Sign sign) {
        return new WatchDraft(metric, metric, List.of(), sign, Severity.WARNING, null, true);
    }

    /** Two machines for so many minutes. */
    private void minutes(long source, int many, double one, double other) {
        for (int n = 0; n < many; n++) {
            var now = clock.advance(Duration.ofMinutes(1));
            var samples = new ArrayList<Sample>();
            samples.add(new Sample(metric, new TreeMap<>(Map.of("instance", "db01")), now, one));
            samples.add(new Sample(metric, new TreeMap<>(Map.of("instance", "db02")), now, other));
            points.record(source, samples, now);
            workers.crank(now);
        }
    }

    private Alert only(String instance) {
        var all = of(instance);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<Alert> of(String instance) {
        var found = new ArrayList<Alert>();
        for (var state : Alert.State.values())
            alerts.list(state, null, Long.MAX_VALUE, 200, Me.QIAO).stream()
                    .filter(alert -> alert.labels().getOrDefault("rule", "").equals(metric)
                            && alert.labels().getOrDefault("instance", "").equals(instance))
                    .forEach(found::add);
        return found;
    }
}

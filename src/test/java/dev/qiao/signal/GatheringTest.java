package dev.qiao.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Json;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.people.People;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.SourceDraft;
import dev.qiao.signal.source.Sources;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One alert that cannot be given to a ticket holds up no other, and is not forgotten. */
@QiaoTest
class GatheringTest {
    @Autowired
    Machine machine;

    @Autowired
    Alerts alerts;

    @Autowired
    AlertSql sql;

    @Autowired
    Sources sources;

    @Autowired
    People people;

    @Autowired
    Cast cast;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Test
    void whatCannotBeReportedIsLeftWithItsReasonAndTriedAgain() {
        var good = machine.connect(Sender.JSON);
        var bad = machine.connect(Sender.JSON);
        var reporter = bad.source().person();
        people.activate(reporter, false, Me.QIAO, clock.instant());
        machine.hand(bad, said());
        machine.hand(good, said());
        workers.crank(clock.instant());
        assertThat(newest(good).incident()).isNotNull();
        var left = newest(bad);
        assertThat(left.incident()).isNull();
        var engineer = cast.hire("engineer");
        assertThat(alerts.problems(List.of(left.id()), engineer).get(left.id()).key())
                .isEqualTo("ticket.no_person");
        people.activate(reporter, true, Me.QIAO, clock.instant());
        alerts.gather(left.id(), engineer, clock.instant());
        workers.crank(clock.instant());
        assertThat(newest(bad).incident()).isNotNull();
        assertThat(alerts.problems(List.of(left.id()), engineer)).isEmpty();
        assertThatThrownBy(() -> alerts.gather(left.id(), engineer, clock.instant()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aSourceThatIsCalledOtherwiseReportsUnderThatName() {
        var source = machine.connect(Sender.JSON).source();
        var name = Machine.unique("监控");
        sources.update(source.id(), 1, SourceDraft.usual(name, Sender.GRAFANA), Me.QIAO, clock.instant());
        assertThat(people.find(source.person()).orElseThrow().name()).isEqualTo(name);
        assertThat(sources.find(source.id(), Me.QIAO).kind()).isEqualTo(Sender.JSON);
        assertThat(sources.find(source.id(), Me.QIAO).setup().mapping()).isNotNull();
        assertThatThrownBy(() -> sources.sign(source.id(), "secret", Me.QIAO, clock.instant()))
                .isInstanceOf(Refused.class);
    }

    private static byte[] said() {
        var id = Machine.unique("disk");
        var body = Map.of("id", id, "title", "磁盘满", "severity", "critical", "group", id);
        return Json.of(body).text().getBytes(StandardCharsets.UTF_8);
    }

    private Alert newest(Source.Issued source) {
        return sql.newest(500).stream()
                .filter(alert -> alert.source() == source.source().id())
                .findFirst()
                .orElseThrow();
    }
}

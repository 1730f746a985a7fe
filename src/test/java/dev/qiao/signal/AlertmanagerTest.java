package dev.qiao.signal;

import static dev.qiao.signal.Machine.alertmanager;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.Strangers;
import dev.qiao.ticket.Matter;
import dev.qiao.ticket.Tickets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From what Alertmanager sends to a ticket, and back to quiet. */
@QiaoTest
class AlertmanagerTest {
    @Autowired
    Machine machine;

    @Autowired
    AlertSql alerts;

    @Autowired
    IncidentSql incidents;

    @Autowired
    MessageSql messages;

    @Autowired
    Strangers strangers;

    @Autowired
    Tickets tickets;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Source.Issued source;
    String group;

    @BeforeEach
    void aSenderIsConnected() {
        source = machine.connect(Sender.ALERTMANAGER);
        group = Machine.unique("group");
    }

    @Test
    void aCriticalAlertBecomesATicketInTheNameOfItsSource() {
        var began = clock.instant().minus(Duration.ofMinutes(3));
        machine.say(source, firing("db01", "critical", began)).expect(200);
        var alert = only("db01");
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.beganAt()).isEqualTo(began);
        var ticket = tickets.find(incident(alert).ticket(), Me.QIAO);
        assertThat(ticket.matter().title()).isEqualTo("磁盘空间不足");
        assertThat(ticket.matter().source()).isEqualTo(Matter.Source.MONITORING);
        assertThat(ticket.matter().requester()).isEqualTo(source.source().person());
        assertThat(ticket.matter().startedAt()).isEqualTo(began);
        assertThat(ticket.matter().description()).contains("instance = db01");
    }

    @Test
    void repeatsAreCountedAndOpenNothing() {
        var began = clock.instant();
        for (int n = 0; n < 3; n++) machine.say(source, firing("db01", "critical", began));
        assertThat(only("db01").count()).isEqualTo(3);
        assertThat(incident(only("db01")).alerts()).isEqualTo(1);
    }

    @Test
    void alertsOfOneGroupAreOneIncidentWhoeverTellsOfThem() {
        machine.say(source, firing("db01", "critical", clock.instant()));
        var other = machine.connect(Sender.ALERTMANAGER);
        machine.say(other, firing("db02", "critical", clock.instant()));
        assertThat(incident(only("db01")).alerts()).isEqualTo(2);
    }

    @Test
    void whenTheLastIsOverTheServiceIsRestored() {
        var began = clock.instant().minusSeconds(60);
        machine.say(source, firing("db01", "critical", began));
        machine.say(source, firing("db02", "critical", began));
        machine.say(source, resolved("db01", began));
        assertThat(incident(only("db01")).restoredAt()).isNull();
        var end = clock.advance(Duration.ofMinutes(5));
        machine.say(source, resolved("db02", began));
        assertThat(incident(only("db01")).restoredAt()).isEqualTo(end);
        machine.say(source, firing("db02", "critical", end));
        assertThat(incident(only("db01")).restoredAt()).isNull();
    }

    @Test
    void whatWasCutOffIsOverWithItsGroup() {
        var began = clock.instant().minusSeconds(60);
        machine.say(source, firing("db01", "critical", began));
        machine.say(source, firing("db02", "critical", began));
        machine.say(source, resolved("db01", began).replace("\"receiver\"", "\"truncatedAlerts\": 1, \"receiver\""));
        assertThat(only("db02").state()).isEqualTo(Alert.State.RESOLVED);
        assertThat(incident(only("db01")).restoredAt()).isNotNull();
    }

    @Test
    void anEndThatOvertakesItsBeginningIsOneEpisodeThatIsOver() {
        var began = clock.instant().minusSeconds(60);
        machine.say(source, resolved("db01", began));
        machine.say(source, firing("db01", "critical", began));
        assertThat(only("db01").state()).isEqualTo(Alert.State.RESOLVED);
        assertThat(only("db01").incident()).isNull();
    }

    @Test
    void aWarningCallsNobody() {
        machine.say(source, firing("db01", "warning", clock.instant()));
        assertThat(only("db01").open()).isTrue();
        assertThat(only("db01").incident()).isNull();
    }

    @Test
    void whatCannotBeReadIsKeptAsideAndTheNextIsRead() {
        machine.hand(source, "{\"alerts\": [{\"labels\": {}}]}".getBytes(StandardCharsets.UTF_8))
                .expect(200);
        machine.hand(source, new byte[] {'{', (byte) 0xff, '}'}).expect(200);
        machine.hand(source, "[".repeat(5_000).getBytes(StandardCharsets.UTF_8)).expect(200);
        machine.say(source, firing("db01", "critical", clock.instant()));
        assertThat(only("db01").incident()).isNotNull();
        assertThat(messages.aside(source.source().id(), 10))
                .extracting(aside -> aside.problem().key())
                .containsExactly("signal.not_json", "signal.not_utf8", "signal.missing");
    }

    @Test
    void aKeyThatNobodyHasIsTurnedAwayAndCounted() {
        long before = strangers.calls();
        http.send("POST", "/in/qs_nobody", "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                .expect(401);
        assertThat(strangers.calls()).isEqualTo(before + 1);
    }

    @Test
    void moreThanAMegabyteIsRefused() {
        machine.hand(source, new byte[Message.LARGEST + 1]).expect(413);
        machine.hand(source, new byte[Message.LARGEST]).expect(200);
        workers.crank(clock.instant());
    }

    @Test
    void aStormOnOneFaultIsOneIncidentWithTheFullList() {
        var began = clock.instant();
        for (int n = 0; n < 300; n++)
            machine.hand(source, firing("host" + n, "critical", began).getBytes(StandardCharsets.UTF_8));
        workers.crank(clock.instant());
        assertThat(incident(only("host7")).alerts()).isEqualTo(300);
        assertThat(IntStream.range(0, 300)
                        .mapToObj(n -> only("host" + n).incident())
                        .distinct())
                .hasSize(1);
    }

    private String firing(String host, String severity, Instant began) {
        return alertmanager(
                "firing", group, Map.of("alertname", "DiskFull", "instance", host, "severity", severity), began);
    }

    private String resolved(String host, Instant began) {
        return alertmanager(
                "resolved", group, Map.of("alertname", "DiskFull", "instance", host, "severity", "critical"), began);
    }

    /** The newest of this host, in the group of this test. */
    private Alert only(String host) {
        return alerts.newest(500).stream()
                .filter(alert -> host.equals(alert.labels().get("instance")))
                .findFirst()
                .orElseThrow();
    }

    private Incident incident(Alert alert) {
        return incidents.of(List.of(Objects.requireNonNull(alert.incident()))).getFirst();
    }
}

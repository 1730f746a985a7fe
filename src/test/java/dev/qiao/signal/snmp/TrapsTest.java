package dev.qiao.signal.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.base.Me;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Severity;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.SourceDraft;
import dev.qiao.signal.source.TrapRule;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.VariableBinding;

/** Real sockets and a library that sends: what becomes of traps and informs, and of what is none. */
class TrapsTest extends TrapDesk {
    private static final String FAN = "1.3.6.1.4.1.99999.1.1";
    private static final String FAN_WELL = "1.3.6.1.4.1.99999.1.2";
    private static final String FAN_NUMBER = "1.3.6.1.4.1.99999.2.1";

    @Test
    void aLinkThatGoesDownIsAnAlertUntilItComesBack() throws Exception {
        agent.trap(source.key(), Agent.LINK_DOWN, index(7), Agent.text("1.3.6.1.2.1.2.2.1.2.7", "eth7"));
        agent.trap(source.key(), Agent.LINK_DOWN, index(8));
        var seventh = alert("7");
        assertThat(seventh.title()).isEqualTo("linkDown: 127.0.0.1 7 eth7");
        assertThat(seventh.severity()).isEqualTo(Severity.WARNING);
        assertThat(seventh.labels())
                .containsEntry("trap", "linkDown")
                .containsEntry("agent", "127.0.0.1")
                .doesNotContainKey("sysUpTime");
        agent.trap(source.key(), Agent.LINK_UP, index(7));
        until(() -> alert("7").state() == Alert.State.RESOLVED);
        assertThat(alert("8").open()).isTrue();
    }

    @Test
    void aDeviceThatRestartedIsToldOfAndOver() throws Exception {
        agent.trap(source.key(), "1.3.6.1.6.3.1.1.5.1");
        until(() -> newest().size() == 1);
        assertThat(newest().getFirst().title()).isEqualTo("coldStart: 127.0.0.1");
        assertThat(newest().getFirst().state()).isEqualTo(Alert.State.RESOLVED);
    }

    @Test
    void whatNobodyHasExplainedIsAnAlertThatCallsNobodyUntilARuleSaysMore() throws Exception {
        agent.trap(source.key(), FAN, Agent.number(FAN_NUMBER + ".3", 3));
        until(() -> newest().size() == 1);
        assertThat(newest().getFirst().severity()).isEqualTo(Severity.INFO);
        assertThat(newest().getFirst().labels()).containsEntry(FAN_NUMBER + ".3", "3");
        assertThat(newest().getFirst().incident()).isNull();
        var rules = List.of(
                new TrapRule(FAN, "fan {" + FAN_NUMBER + "} of {agent}", Severity.CRITICAL, FAN_NUMBER, ""),
                new TrapRule(FAN_WELL, "fan runs", Severity.INFO, FAN_NUMBER, FAN));
        var now = source.source();
        sources.update(now.id(), now.version(), SourceDraft.of(now).meaning(rules), Me.QIAO, clock.instant());
        agent.trap(source.key(), FAN, Agent.number(FAN_NUMBER + ".3", 3));
        agent.trap(source.key(), FAN, Agent.number(FAN_NUMBER + ".4", 4));
        until(() -> newest().size() == 3);
        var third = titled("fan 3 of 127.0.0.1");
        assertThat(third.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(third.incident()).isNotNull();
        agent.trap(source.key(), FAN_WELL, Agent.number(FAN_NUMBER + ".3", 3));
        until(() -> !titled("fan 3 of 127.0.0.1").open());
        assertThat(titled("fan 4 of 127.0.0.1").open()).isTrue();
    }

    @Test
    void aTrapOfVersion1IsUnderstoodAsWell() throws Exception {
        agent.trapOfVersion1(
                source.key(), "1.3.6.1.4.1.9.1.1", 2, 0, Map.of("1.3.6.1.2.1.2.2.1.1.5", new Integer32(5)));
        agent.trapOfVersion1(source.key(), "1.3.6.1.4.1.99999.7", 6, 42, Map.of());
        until(() -> newest().size() == 2);
        assertThat(titled("linkDown: 192.0.2.7 5").open()).isTrue();
        assertThat(titled("1.3.6.1.4.1.99999.7.0.42: 192.0.2.7").open()).isTrue();
    }

    @Test
    void anInformIsAnsweredOnceItIsKept() throws Exception {
        assertThat(agent.inform(source.key(), Agent.LINK_DOWN, index(7))).isTrue();
        assertThat(quarantine.newest(source.source().id(), 10, Me.QIAO)).hasSize(1);
        assertThat(agent.inform("nobody's", Agent.LINK_DOWN, index(7))).isFalse();
    }

    @Test
    void whatIsNoSnmpIsCountedAndTheNextIsHeard() throws Exception {
        long before = queue.reception().broken();
        var random = new Random(7);
        try (var raw = new DatagramSocket()) {
            for (int n = 0; n < 50; n++) {
                var garbage = new byte[1 + random.nextInt(1_400)];
                random.nextBytes(garbage);
                raw.send(new DatagramPacket(garbage, garbage.length, HERE, socket.port()));
            }
            var huge = new byte[65_000];
            raw.send(new DatagramPacket(huge, huge.length, HERE, socket.port()));
        }
        until(() -> queue.reception().broken() >= before + 51);
        agent.trap(source.key(), Agent.LINK_DOWN, index(7));
        assertThat(alert("7").open()).isTrue();
        assertThat(queue.look().code()).isEqualTo("lost");
    }

    @Test
    void aTrapWithThousandsOfVariablesIsKeptWholeAndReadWithinBounds() throws Exception {
        var many = new VariableBinding[2_500];
        for (int n = 0; n < many.length; n++) many[n] = Agent.text(FAN_NUMBER + "." + n, "\u0001bin" + n);
        agent.trap(source.key(), FAN, many);
        until(() -> newest().size() == 1);
        assertThat(newest().getFirst().labels()).hasSizeBetween(50, 100);
        var kept = quarantine.newest(source.source().id(), 1, Me.QIAO).getFirst();
        assertThat(SnmpFormat.traps(quarantine.find(kept.id(), Me.QIAO).body())
                        .getFirst()
                        .variables())
                .hasSize(2_501);
    }

    @Test
    void aSourceThatFloodsLosesItsOwnTrapsAndNoOtherDoes() throws Exception {
        var flooding = source.source().id();
        db.sql("insert into signal.message (arrival, source_id, received_at, body)"
                        + " select gen_random_uuid(), :source, :now, ''::bytea from generate_series(1, 20000)")
                .bind("source", flooding)
                .bind("now", clock.instant())
                .update();
        try {
            // How many wait is remembered for a second.
            Thread.sleep(1_100);
            long before = queue.reception().full();
            assertThat(agent.inform(source.key(), Agent.LINK_DOWN, index(7))).isFalse();
            assertThat(queue.reception().full()).isEqualTo(before + 1);
            var other = machine.connect(Sender.SNMP);
            assertThat(agent.inform(other.key(), Agent.LINK_DOWN, index(7))).isTrue();
        } finally {
            db.sql("delete from signal.message where source_id = :source")
                    .bind("source", flooding)
                    .update();
        }
    }
}

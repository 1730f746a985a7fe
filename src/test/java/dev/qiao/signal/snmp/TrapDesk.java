package dev.qiao.signal.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Machine;
import dev.qiao.signal.Quarantine;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.Sources;
import dev.qiao.signal.source.Strangers;
import dev.qiao.signal.source.TrapDoors;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.snmp4j.smi.VariableBinding;
import org.springframework.beans.factory.annotation.Autowired;

/** A source of traps, the desk that listens on a socket, and a device that sends. */
@QiaoTest
abstract class TrapDesk {
    static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @Autowired
    Machine machine;

    @Autowired
    Sources sources;

    @Autowired
    TrapDoors doors;

    @Autowired
    TrapListener listener;

    @Autowired
    TrapQueue queue;

    @Autowired
    Strangers strangers;

    @Autowired
    Alerts alerts;

    @Autowired
    Quarantine quarantine;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Db db;

    @Autowired
    Http http;

    Source.Issued source;
    TrapSocket socket;
    Agent agent;

    @BeforeEach
    void aDeviceIsConnected() throws IOException {
        source = machine.connect(Sender.SNMP);
        socket = listener.listen(new InetSocketAddress(HERE, 0));
        agent = new Agent(socket.port());
    }

    @AfterEach
    void itIsQuiet() throws IOException {
        agent.close();
        socket.close();
    }

    static VariableBinding index(int index) {
        return Agent.number("1.3.6.1.2.1.2.2.1.1." + index, index);
    }

    List<Alert> newest() {
        workers.crank(clock.instant());
        return Stream.of(Alert.State.OPEN, Alert.State.RESOLVED)
                .flatMap(state -> alerts.list(state, null, Long.MAX_VALUE, 200, Me.QIAO).stream())
                .filter(alert -> alert.source() == source.source().id())
                .toList();
    }

    Alert titled(String title) {
        return newest().stream()
                .filter(alert -> alert.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(newest().toString()));
    }

    /** Of the link with this index, as soon as there is one. */
    Alert alert(String index) throws Exception {
        until(() ->
                newest().stream().anyMatch(each -> index.equals(each.labels().get("ifIndex"))));
        return newest().stream()
                .filter(each -> index.equals(each.labels().get("ifIndex")))
                .findFirst()
                .orElseThrow();
    }

    static void until(Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!holds.call()) {
            assertThat(System.nanoTime()).as("it took too long").isLessThan(end);
            Thread.sleep(50);
        }
    }
}

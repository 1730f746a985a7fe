package dev.qiao.signal.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.signal.Inbox;
import dev.qiao.signal.Machine;
import dev.qiao.signal.log.Patterns;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.SourceDraft;
import dev.qiao.signal.source.Sources;
import dev.qiao.signal.source.SyslogSources;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Real sockets: what is sent to them is found among the lines of the source of syslog, and what is lost is counted. */
@QiaoTest
class SyslogTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @Autowired
    Machine machine;

    @Autowired
    Sources sources;

    @Autowired
    SyslogSources owners;

    @Autowired
    Inbox inbox;

    @Autowired
    Patterns patterns;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    private SyslogQueue queue;
    private Source source;

    @BeforeEach
    void thereIsOneSourceOfSyslog() {
        sources.active(Sender.SYSLOG).forEach(this::turnAway);
        source = machine.connect(Sender.SYSLOG).source();
        queue = new SyslogQueue(inbox, owners, clock);
    }

    @AfterEach
    void nobodyElseHearsIt() throws InterruptedException {
        queue.destroy();
        sources.active(Sender.SYSLOG).forEach(this::turnAway);
    }

    private void turnAway(Source one) {
        var off = new SourceDraft(one.name(), one.kind(), one.service(), one.setup(), false);
        sources.update(one.id(), one.version(), off, Me.QIAO, clock.instant());
    }

    @Test
    void packetsBecomeLines() throws Exception {
        try (var udp = new SyslogUdp(new InetSocketAddress(HERE, 0), queue)) {
            var word = word();
            packet(udp.port(), "<11>1 2026-12-01T03:59:58Z db01 kernel - - - disk " + word + " failed");
            packet(udp.port(), "<13>Dec  1 03:59:57 db02 sshd[411]: session " + word + " opened");
            until(() -> found(word) == 2);
            var failed =
                    patterns.search(word + " failed", source.id(), 10, Me.QIAO).getFirst();
            assertThat(failed.origin()).isEqualTo("db01 kernel");
            assertThat(failed.level()).isEqualTo("error");
        }
    }

    @Test
    void streamsBecomeLinesHoweverTheyAreCut() throws Exception {
        try (var tcp = new SyslogTcp(new InetSocketAddress(HERE, 0), queue)) {
            var word = word();
            var one = "<13>1 - h app - - - first " + word;
            try (var socket = new Socket(HERE, tcp.port())) {
                socket.getOutputStream()
                        .write(bytes(one.length() + " " + one + "<13>1 - h app - - - second " + word + "\n"));
            }
            until(() -> found(word) == 2);
        }
    }

    @Test
    void aStreamThatIsCutWrongIsEndedAndCounted() throws Exception {
        long before = queue.reception().broken();
        try (var tcp = new SyslogTcp(new InetSocketAddress(HERE, 0), queue);
                var socket = new Socket(HERE, tcp.port())) {
            socket.getOutputStream().write(bytes("99999999999 x"));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            until(() -> queue.reception().broken() == before + 1);
        }
    }

    @Test
    void beyondSoManyConnectionsOthersAreTurnedAwayAndCounted() throws Exception {
        long before = queue.reception().refused();
        var held = new ArrayList<Socket>();
        try (var tcp = new SyslogTcp(new InetSocketAddress(HERE, 0), queue)) {
            for (int n = 0; n < SyslogTcp.MOST + 1; n++) held.add(new Socket(HERE, tcp.port()));
            until(() -> queue.reception().refused() == before + 1);
            var word = word();
            held.getFirst().getOutputStream().write(bytes("<13>still heard " + word + "\n"));
            until(() -> found(word) == 1);
        } finally {
            for (var socket : held) socket.close();
        }
    }

    @Test
    void whatNobodyListensToIsCountedAsLost() throws Exception {
        turnAway(source);
        long before = queue.reception().nobody();
        try (var udp = new SyslogUdp(new InetSocketAddress(HERE, 0), queue)) {
            packet(udp.port(), "<13>lost");
            until(() -> queue.reception().nobody() == before + 1);
            assertThat(queue.look().code()).isEqualTo("lost");
        }
    }

    @Test
    void theSmallestNetworkThatIsNamedDecidesWhoseItIs() throws Exception {
        var near = naming("127.0.0.1");
        naming("127.0.0.0/8");
        naming("10.0.0.0/8, 2001:db8::/32");
        try (var udp = new SyslogUdp(new InetSocketAddress(HERE, 0), queue)) {
            var word = word();
            packet(udp.port(), "<13>near " + word);
            until(() -> found(word, near) == 1);
            assertThat(found(word)).isZero();
            turnAway(sources.find(near.id()).orElseThrow());
            assertThat(owners.of(InetAddress.getByName("127.0.0.1"))
                            .orElseThrow()
                            .name())
                    .isNotEqualTo(source.name());
            assertThat(owners.of(InetAddress.getByName("192.0.2.1"))
                            .orElseThrow()
                            .id())
                    .isEqualTo(source.id());
            assertThat(owners.of(InetAddress.getByName("2001:db8::7"))
                            .orElseThrow()
                            .id())
                    .isNotEqualTo(source.id());
        }
        assertThatThrownBy(() -> naming("10.0.0.0/33")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> naming("router.example.org")).isInstanceOf(Refused.class);
    }

    private Source naming(String networks) {
        var setup = new Setup(0, 0, null, false, List.of(networks.split(", ")), null);
        var draft = new SourceDraft(Machine.unique("syslog of"), Sender.SYSLOG, null, setup, true);
        return sources.create(draft, Me.QIAO, clock.instant()).source();
    }

    private int found(String word) {
        return found(word, source);
    }

    private int found(String word, Source where) {
        workers.crank(clock.instant());
        return patterns.search(word, where.id(), 10, Me.QIAO).size();
    }

    private static String word() {
        return "w" + Machine.unique("sys").replace("-", "x");
    }

    private static void packet(int port, String text) throws IOException {
        try (var socket = new DatagramSocket()) {
            var body = bytes(text);
            socket.send(new DatagramPacket(body, body.length, HERE, port));
        }
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it took too long").isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

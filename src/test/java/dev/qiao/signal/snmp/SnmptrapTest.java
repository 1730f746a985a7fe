package dev.qiao.signal.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Machine;
import dev.qiao.signal.real.Part;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.TrapDoors;
import dev.qiao.signal.source.TrapUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The real snmptrap of Net-SNMP. */
@QiaoTest
class SnmptrapTest {
    private static final String[] DOWN = {"", Agent.LINK_DOWN, "1.3.6.1.2.1.2.2.1.1.7", "i", "7"};
    private static final String[] UP = {"", Agent.LINK_UP, "1.3.6.1.2.1.2.2.1.1.7", "i", "7"};

    @Autowired
    Machine machine;

    @Autowired
    TrapDoors doors;

    @Autowired
    TrapListener listener;

    @Autowired
    Alerts alerts;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    private Path program;
    private Source.Issued source;
    private TrapSocket socket;

    @BeforeEach
    void aDeviceIsConnected() throws IOException {
        program = Part.need("snmptrap", "snmp");
        source = machine.connect(Sender.SNMP);
        socket = listener.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void itIsQuiet() throws IOException {
        if (socket != null) socket.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Ci", ""})
    void version2cIsUnderstoodAsTrapAndAsInform(String how) throws Exception {
        send(DOWN, how, "-v", "2c", "-c", source.key());
        Part.until("the link is down", () -> newest().stream().anyMatch(Alert::open));
        send(UP, how, "-v", "2c", "-c", source.key());
        Part.until("the link is up", () -> newest().stream().noneMatch(Alert::open));
    }

    @Test
    void version1IsUnderstood() throws Exception {
        var words = new String[] {"1.3.6.1.4.1.9.1.1", "192.0.2.7", "2", "0", "", "1.3.6.1.2.1.2.2.1.1.7", "i", "7"};
        send(words, "", "-v", "1", "-c", source.key());
        Part.until("the link is down", () -> newest().size() == 1);
        assertThat(newest().getFirst().title()).isEqualTo("linkDown: 192.0.2.7 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA AES AES128", "SHA-256 AES AES128", "SHA-512 AES-256 AES256"})
    void version3IsUnderstoodAsTrapAndAsInform(String protocols) throws Exception {
        var words = protocols.split(" ");
        var user = new TrapUser(
                Machine.unique("switch"),
                TrapUser.Digest.valueOf(words[0].replace("-", "")),
                "a long password",
                TrapUser.Cipher.valueOf(words[2]),
                "a longer secret");
        doors.open(source.source().id(), user, Me.QIAO, clock.instant());
        String[] as = {
            "-v",
            "3",
            "-l",
            "authPriv",
            "-u",
            user.name(),
            "-a",
            words[0],
            "-A",
            user.password(),
            "-x",
            words[1],
            "-X",
            user.secret()
        };
        send(DOWN, "", as);
        Part.until("the link is down", () -> newest().stream().anyMatch(Alert::open));
        send(UP, "-Ci", as);
        Part.until("the link is up", () -> newest().stream().noneMatch(Alert::open));
    }

    @Test
    void anInformOfAStrangerIsNotAnswered() {
        assertThatThrownBy(() -> send(DOWN, "-Ci", "-r", "0", "-v", "2c", "-c", "public"))
                .isInstanceOf(AssertionError.class);
    }

    private void send(String[] what, String how, String... as) throws Exception {
        var words = new ArrayList<>(List.of(as));
        if (!how.isEmpty()) words.add(how);
        words.add("127.0.0.1:" + socket.port());
        words.addAll(List.of(what));
        Part.run(program, words.toArray(String[]::new));
    }

    private List<Alert> newest() {
        workers.crank(clock.instant());
        return Stream.of(Alert.State.OPEN, Alert.State.RESOLVED)
                .flatMap(state -> alerts.list(state, null, Long.MAX_VALUE, 200, Me.QIAO).stream())
                .filter(alert -> alert.source() == source.source().id())
                .toList();
    }
}

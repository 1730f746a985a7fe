package dev.qiao.signal.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.signal.Inbox;
import dev.qiao.signal.Machine;
import dev.qiao.signal.log.Patterns;
import dev.qiao.signal.real.Part;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.SourceDraft;
import dev.qiao.signal.source.Sources;
import dev.qiao.signal.source.SyslogSources;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The real logger and the real rsyslog, in each way in which they speak. */
@QiaoTest
class LoggerTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir
    Path folder;

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
    private SyslogUdp udp;
    private SyslogTcp tcp;
    private Source source;
    private final String word = "w" + Machine.unique("logger").replace("-", "x");

    @BeforeEach
    void theDeskListens() throws Exception {
        sources.active(Sender.SYSLOG).forEach(this::turnAway);
        source = machine.connect(Sender.SYSLOG).source();
        queue = new SyslogQueue(inbox, owners, clock);
        udp = new SyslogUdp(new InetSocketAddress(HERE, 0), queue);
        tcp = new SyslogTcp(new InetSocketAddress(HERE, 0), queue);
    }

    @AfterEach
    void itIsQuiet() throws Exception {
        udp.close();
        tcp.close();
        queue.destroy();
        turnAway(source);
    }

    private void turnAway(Source one) {
        var off = new SourceDraft(one.name(), one.kind(), one.service(), one.setup(), false);
        sources.update(one.id(), one.version(), off, Me.QIAO, clock.instant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rfc5424 --udp",
                "--rfc3164 --udp",
                "--rfc5424 --tcp",
                "--rfc3164 --tcp",
                "--rfc5424 --tcp --octet-count"
            })
    void loggerIsUnderstood(String how) throws Exception {
        var logger = Part.need("logger", "bsdutils");
        var words = new ArrayList<>(List.of(how.split(" ")));
        int port = how.contains("--udp") ? udp.port() : tcp.port();
        words.addAll(List.of("-n", "127.0.0.1", "-P", "" + port, "-p", "user.err", "-t", "desk", "disk " + word));
        Part.run(logger, words.toArray(String[]::new));
        Part.until("the line is found", () -> found("disk") == 1);
        var line = patterns.search(word, source.id(), 10, Me.QIAO).getFirst();
        assertThat(line.level()).isEqualTo("error");
        assertThat(line.origin()).endsWith(" desk");
    }

    @Test
    void rsyslogIsUnderstood() throws Exception {
        var rsyslog = Part.need("rsyslogd", "rsyslog");
        var logger = Part.need("logger", "bsdutils");
        int listens = Part.freePort();
        var settings = Files.writeString(
                folder.resolve("rsyslog.conf"), FORWARD.formatted(folder, listens, udp.port(), tcp.port(), tcp.port()));
        var pid = folder.resolve("pid").toString();
        try (var running = Part.start(rsyslog, folder, "-n", "-f", settings.toString(), "-i", pid)) {
            assertThat(running).isNotNull();
            Part.until("rsyslog forwards in three ways", () -> {
                // Until it listens, what is sent to it is lost.
                Part.run(logger, "--rfc3164", "--udp", "-n", "127.0.0.1", "-P", "" + listens, "-t", "desk", word);
                return found("octets") > 0 && found("lines") > 0 && found("packets") > 0;
            });
        }
    }

    private int found(String other) {
        workers.crank(clock.instant());
        return patterns.search(word + " " + other, source.id(), 10, Me.QIAO).size();
    }

    private static final String FORWARD = """
            global(workDirectory="%s")
            module(load="imudp")
            input(type="imudp" address="127.0.0.1" port="%d")
            template(name="packets" type="string" string="<%%PRI%%>%%TIMESTAMP%% %%HOSTNAME%% %%syslogtag%%%%msg%% packets")
            template(name="lines" type="string" string="<%%PRI%%>1 %%TIMESTAMP:::date-rfc3339%% %%HOSTNAME%% %%APP-NAME%% - - - %%msg%% lines\\n")
            template(name="octets" type="string" string="<%%PRI%%>1 %%TIMESTAMP:::date-rfc3339%% %%HOSTNAME%% %%APP-NAME%% - - - %%msg%% octets")
            action(type="omfwd" target="127.0.0.1" port="%d" protocol="udp" template="packets")
            action(type="omfwd" target="127.0.0.1" port="%d" protocol="tcp" template="lines")
            action(type="omfwd" target="127.0.0.1" port="%d" protocol="tcp" TCP_Framing="octet-counted" template="octets")
            """;
}

package dev.qiao.signal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.base.Refused.Problem;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** DNS records, asked of a server that knows one name and is silent about another. */
class DnsEyeTest {
    private DatagramSocket server;

    @BeforeEach
    void aServerAnswers() throws IOException {
        server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
    }

    @AfterEach
    void noServerAnswers() {
        server.close();
    }

    @Test
    void aRecordIsThereAndSaysWhatItShould() {
        assertThat(look("shop.example", "A", "")).isNull();
        assertThat(look("shop.example", "A", "192.0.2.7")).isNull();
        assertThat(look("shop.example", "A", "192.0.2.8")).isEqualTo("signal.probe_other_record");
        assertThat(look("shop.example", "MX", "")).isEqualTo("signal.probe_no_record");
        assertThat(look("other.example", "A", "")).isEqualTo("signal.probe_no_record");
    }

    @Test
    void aServerThatIsSilentTakesNoLongerThanTheLimit() {
        long begun = System.nanoTime();
        assertThat(look("silent.example", "A", "")).isEqualTo("signal.probe_timeout");
        assertThat((System.nanoTime() - begun) / 1_000_000).isBetween(400L, 5_000L);
    }

    private void answer() {
        var packet = new DatagramPacket(new byte[1_500], 1_500);
        while (!server.isClosed()) {
            try {
                packet.setLength(1_500);
                server.receive(packet);
                var asked = new Message(packet.getData());
                var question = asked.getQuestion();
                var name = question.getName().toString(true);
                if (name.startsWith("silent")) continue;
                var answer = new Message(asked.getHeader().getID());
                answer.getHeader().setFlag(Flags.QR);
                answer.addRecord(question, Section.QUESTION);
                var shop = Name.fromString("shop.example.");
                if (!question.getName().equals(shop)) answer.getHeader().setRcode(Rcode.NXDOMAIN);
                else if (question.getType() == Type.A)
                    answer.addRecord(
                            new ARecord(shop, DClass.IN, 60, InetAddress.ofLiteral("192.0.2.7")), Section.ANSWER);
                var bytes = answer.toWire();
                server.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
            } catch (IOException _) {
                if (server.isClosed()) return;
            }
        }
    }

    private @Nullable String look(String name, String record, String value) {
        var expected = new Expected(
                "GET", null, "", false, false, List.of(), record, value, "127.0.0.1:" + server.getLocalPort());
        var draft =
                new ProbeDraft("x", Probe.Kind.DNS, name, expected, null, 10, 500, 1, 1, null, List.of(), true, true);
        Problem reason = Eye.look(draft, Instant.parse("2026-12-01T00:00:00Z")).reason();
        return reason == null ? null : reason.key();
    }
}

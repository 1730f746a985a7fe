package dev.qiao.signal.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.signal.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Messages of both RFCs, the examples in them among these, and both ways to cut a stream. */
class SyslogMessageTest {
    private static final Instant NOW = Instant.parse("2026-12-01T04:00:00Z");

    @Test
    void todaysMessagesAreTakenApart() {
        var line = read(
                "<34>1 2026-12-01T03:59:58.003+00:00 mymachine.example.com su - ID47 - \uFEFF'su root' failed for lonvick on /dev/pts/8");
        assertThat(line.text()).isEqualTo("'su root' failed for lonvick on /dev/pts/8");
        assertThat(line.level()).isEqualTo("critical");
        assertThat(line.origin()).isEqualTo("mymachine.example.com su");
        assertThat(line.at()).isEqualTo(Instant.parse("2026-12-01T03:59:58.003Z"));
    }

    @Test
    void structuredDataIsPassedOverAlsoWithABracketInIt() {
        var line = read(
                "<165>1 2003-10-11T22:14:15.003Z h evntslog - ID47 [a@1 k=\"x\\\"]y\"][b@2 z=\"1\"] An application event");
        assertThat(line.text()).isEqualTo("An application event");
        assertThat(line.level()).isEqualTo("notice");
        assertThat(line.at()).as("who is years late is not believed").isEqualTo(NOW);
        assertThat(read("<165>1 - - - - - [a@1 k=\"v\"]").text()).isEqualTo("[a@1 k=\"v\"]");
    }

    @Test
    void oldMessagesAreTakenApart() {
        var line = read("<13>Dec  1 03:59:57 db01 sshd[411]: Accepted publickey for root");
        assertThat(line.text()).isEqualTo("Accepted publickey for root");
        assertThat(line.level()).isEqualTo("notice");
        assertThat(line.origin()).isEqualTo("db01 sshd");
        assertThat(line.at()).isEqualTo(NOW);
        assertThat(read("<13>Dec  1 03:59:57 db01 磁盘满").text()).isEqualTo("磁盘满");
    }

    @Test
    void whateverElseComesIsALineAsItIs() {
        assertThat(read("<0>").says()).isFalse();
        assertThat(read("plain words").text()).isEqualTo("plain words");
        assertThat(read("<999>words").text()).isEqualTo("<999>words");
        assertThat(read("<11>words alone").level()).isEqualTo("error");
        assertThat(read("<34>1 x").text()).isEqualTo("1 x");
    }

    @Test
    void aStreamMayBeCutInBothWaysAtOnce() throws IOException {
        assertThat(cut("5 hello<13>a line\n10 with\nfeed \n\r\n<14>end"))
                .containsExactly("hello", "<13>a line", "with\nfeed ", "<14>end");
        assertThat(cut("9000 " + "x".repeat(9_000) + "2 ok").get(1)).isEqualTo("ok");
        assertThat(cut("<1>" + "y".repeat(9_000) + "\nok").get(0)).hasSize(Frames.LONGEST);
        Assertions.assertThatThrownBy(() -> cut("99999999 x")).isInstanceOf(Frames.Broken.class);
        Assertions.assertThatThrownBy(() -> cut("12x")).isInstanceOf(Frames.Broken.class);
    }

    private static List<String> cut(String stream) throws IOException {
        var frames = new Frames(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));
        var all = new ArrayList<String>();
        for (var frame = frames.next(); frame.isPresent(); frame = frames.next())
            all.add(new String(frame.get(), StandardCharsets.UTF_8));
        return all;
    }

    private static Line read(String message) {
        return SyslogMessage.line(message.getBytes(StandardCharsets.UTF_8), NOW);
    }
}

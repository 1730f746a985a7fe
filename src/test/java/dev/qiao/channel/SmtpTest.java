package dev.qiao.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aLetterArrivesAsTextAndHtmlMarkedAsWrittenByAMachine() throws Exception {
        assertThat(smtp().send(letter("he@example.org"))).isEqualTo(new Sending.Sent());
        var received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("邀请您使用桥");
        assertThat(received.getHeader("Message-ID")).containsExactly("<qiao.7@example.org>");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getHeader("Content-Language")).containsExactly("zh-CN");
        assertThat(received.getFrom()[0]).hasToString("desk@example.org");
        assertThat(((MimeMultipart) received.getContent()).getCount()).isEqualTo(2);
    }

    @Test
    void aSecondAttemptBearsTheSameId() throws Exception {
        smtp().send(letter("he@example.org"));
        smtp().send(letter("he@example.org"));
        assertThat(server.getReceivedMessages())
                .extracting(m -> m.getHeader("Message-ID")[0])
                .containsExactly("<qiao.7@example.org>", "<qiao.7@example.org>");
    }

    @Test
    void whatIsNoAddressFailsForever() {
        assertThat(smtp().send(letter("he @ nowhere")))
                .isEqualTo(new Sending.Failed("channel.problem_address", null, true));
    }

    @Test
    void aServerThatDoesNotAnswerIsTriedAgainLater() {
        var smtp = smtp();
        server.stop();
        assertThat(smtp.send(letter("he@example.org")))
                .isEqualTo(new Sending.Failed("channel.problem_unreachable", null, false));
    }

    @Test
    void thePasswordOfTheRelayIsNeverPrinted() {
        var relay = Relay.of("smtps://desk%40example.org:s3cret@mail.example.org", null)
                .orElseThrow();
        assertThat(relay.password()).isEqualTo("s3cret");
        assertThat(relay.from()).isEqualTo("desk@example.org");
        assertThat(relay.port()).isEqualTo(465);
        assertThat(relay).hasToString("smtps://mail.example.org:465");
    }

    @Test
    void aPasswordNeverLeavesUnencrypted() {
        var relay = Relay.of("smtp://desk:s3cret@mail.example.org", null).orElseThrow();
        assertThat(relay.properties()).containsEntry("mail.smtp.starttls.required", "true");
    }

    private Smtp smtp() {
        return new Smtp(Relay.of("smtp://127.0.0.1:" + server.getSmtp().getPort(), "desk@example.org")
                .orElseThrow());
    }

    private static Letter letter(String to) {
        return new Letter("qiao.7@example.org", to, "邀请您使用桥", "请打开链接", "<p>请打开链接</p>", "zh-CN", NOON);
    }
}

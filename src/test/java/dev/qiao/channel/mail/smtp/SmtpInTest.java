package dev.qiao.channel.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.channel.mail.Mail;
import dev.qiao.channel.mail.MailDesk;
import dev.qiao.channel.mail.MailRoom;
import dev.qiao.channel.mail.Mailbox;
import dev.qiao.channel.mail.Mailboxes;
import dev.qiao.channel.mail.Mails;
import dev.qiao.channel.mail.Outcome;
import dev.qiao.channel.mail.Writing;
import dev.qiao.people.People;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class SmtpInTest {
    @Autowired
    MailDesk desk;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    MailRoom room;

    @Autowired
    Mails mails;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    private SmtpServer server;
    private Mailbox box;
    private String li;

    @BeforeEach
    void open() throws IOException {
        box = desk.box(MailDesk.forAll(false));
        li = people.find(cast.hire("requester").id()).orElseThrow().mail();
        server = new SmtpServer(new InetSocketAddress("127.0.0.1", 0), new SmtpServer.Desk(mailboxes, room, clock));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        desk.clear();
    }

    @Test
    void aMailClientHandsInAMailAndItBecomesATicket() throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(server.port()));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress(li));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(box.address()));
        message.setSubject("打印机", "utf-8");
        message.setText(".\n.. 两点\n. 一点", "utf-8");
        Transport.send(message);
        desk.work();
        assertThat(all()).singleElement().satisfies(mail -> {
            assertThat(mail.outcome()).isEqualTo(Outcome.TICKET);
            assertThat(mail.envelope()).isEqualTo(li);
            assertThat(desk.ticket(mail).matter().description()).isEqualTo(".\n.. 两点\n. 一点");
        });
    }

    @Test
    void onlyTheDesksOwnAddressesAreTakenAlsoWithAMarkBehindThem() throws IOException {
        try (var talk = new Talk()) {
            talk.says("EHLO x", "250")
                    .says("RCPT TO:<" + box.address() + ">", "503")
                    .says("MAIL FROM:<" + li + "> SIZE=99999999", "552");
            talk.says("MAIL FROM:<" + li + ">", "250")
                    .says("RCPT TO:<nobody@elsewhere.example>", "550")
                    .says("DATA", "503");
            talk.says(
                            "RCPT TO:<" + box.address().replace("@", "+1-abc@").toUpperCase(java.util.Locale.ROOT)
                                    + ">",
                            "250")
                    .says("RSET", "250")
                    .says("NONSENSE", "500")
                    .says("QUIT", "221");
        }
        assertThat(all()).isEmpty();
    }

    @Test
    void aDotThatDoesNotStandBetweenFullLineEndsEndsNoMail() throws IOException {
        try (var talk = new Talk()) {
            talk.begin().says("a\n.\nMAIL FROM:<x@x>\r.\r\nb\r\n.", "250");
        }
        desk.work();
        assertThat(all())
                .singleElement()
                .satisfies(mail -> assertThat(new String(mails.raw(mail.id(), Me.QIAO), StandardCharsets.US_ASCII))
                        .contains("MAIL FROM:<x@x>", "b"));
    }

    @Test
    void theSameMailSentTwiceIsKeptOnceAndOneThatIsCutOffIsNotKept() throws IOException {
        var mail = new String(Writing.from(li, box.address(), "a").text("x").bytes(), StandardCharsets.UTF_8);
        for (int n = 0; n < 2; n++) {
            try (var talk = new Talk()) {
                talk.begin().says(mail + "\r\n.", "250");
            }
        }
        try (var talk = new Talk()) {
            talk.begin().send("Subject: cut");
        }
        desk.work();
        assertThat(all()).hasSize(1);
    }

    @Test
    void aMailThatIsTooLargeIsRefusedAndTheTalkGoesOn() throws IOException {
        try (var talk = new Talk()) {
            talk.begin();
            var piece = "x".repeat(1_000_000);
            for (int n = 0; n < 53; n++) talk.send(piece);
            talk.says("\r\n.", "552").says("NOOP", "250");
            talk.begin().says("Subject: small\r\n\r\nx\r\n.", "250");
        }
        assertThat(all()).hasSize(1);
    }

    private List<Mail> all() {
        return mails.page(new Mails.Wanted(null, false, null, null), 10, Me.QIAO);
    }

    private final class Talk implements AutoCloseable {
        private final Socket socket = new Socket("127.0.0.1", server.port());
        private final BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

        Talk() throws IOException {
            assertThat(in.readLine()).startsWith("220");
        }

        Talk begin() throws IOException {
            return says("MAIL FROM:<" + li + ">", "250")
                    .says("RCPT TO:<" + box.address() + ">", "250")
                    .says("DATA", "354");
        }

        void send(String line) throws IOException {
            socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
        }

        Talk says(String line, String answer) throws IOException {
            send(line + "\r\n");
            var heard = in.readLine();
            while (heard != null && heard.length() > 3 && heard.charAt(3) == '-') heard = in.readLine();
            assertThat(heard).as(line.length() > 100 ? "…" : line).startsWith(answer);
            return this;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

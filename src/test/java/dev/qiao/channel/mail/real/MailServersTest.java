package dev.qiao.channel.mail.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.signal.real.Part;
import dev.qiao.signal.real.Program;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The desk as a program between a real Postfix and a real Dovecot: mail comes in by both ways, a solution goes out, is answered, and what
 * cannot be delivered comes back. Two mail servers are much to install, so that it runs with {@code bin/test --all}.
 */
class MailServersTest {
    private static final String PASSWORD = "correct horse battery staple";
    private static final String HELP = "help@desk.test";

    @TempDir
    Path house;

    private Http api;
    private Http log;

    @Test
    void whatIsWrittenBecomesTicketsAndWhatIsAnsweredFindsThem() throws Exception {
        Assumptions.assumeTrue(Boolean.getBoolean("qiao.test.mail"), "skipped: runs with bin/test --all");
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "skipped: needs root for Postfix");
        int door = Part.freePort();
        var data = house.resolve("data");
        Files.createDirectories(data);
        try (var mail = new MailServer(house.resolve("mail"), door)) {
            Part.until("both mail servers serve", mail::up);
            Part.until("the first mail is there", () -> !mail.box(MailServer.LI).isEmpty());
            var settings = Map.of(
                    "QIAO_SMTP_URL",
                    "smtp://127.0.0.1:" + mail.smtp,
                    "QIAO_MAIL_FROM",
                    MailServer.IT,
                    "QIAO_SMTP_IN",
                    "127.0.0.1:" + door,
                    "QIAO_WORKERS",
                    "true");
            try (var desk = Program.start(data, Part.freePort(), settings)) {
                furnish(data, desk, mail);
                mail.write(MailServer.LI, MailServer.IT, "打印机卡纸", "三楼的", null);
                mail.write(MailServer.LI, HELP, "换显示器", "屏幕闪", null);
                Part.until(
                        "both ways have led to a ticket",
                        () -> outcomes("ticket").size() == 2);
                var printer = number("打印机卡纸");
                resolve(printer, "清掉了卡住的纸");
                Part.until(
                        "the solution is with who asked",
                        () -> solution(mail, printer).size() == 1);
                mail.write(
                        MailServer.LI,
                        MailServer.IT,
                        "Re: 打印机卡纸",
                        "还是卡",
                        solution(mail, printer).getFirst());
                Part.until(
                        "the answer stands on the ticket",
                        () -> outcomes("comment").size() == 1);
                assertThat(outcomes("comment").getFirst().path("ticket").asLong())
                        .isEqualTo(printer);
                var moved = api.post("/api/v1/tickets", Map.of("title", "搬走了", "requester", "gone"))
                        .expect(201)
                        .json()
                        .path("number")
                        .asLong();
                resolve(moved, "账号已停用");
                Part.until(
                        "what could not be delivered came back",
                        () -> outcomes("bounce").size() == 1);
                assertThat(outcomes("bounce").getFirst().path("ticket").asLong())
                        .isEqualTo(moved);
                assertThat(outcomes("quarantined")).isEmpty();
                assertThat(outcomes("ticket")).hasSize(2);
            }
            assertThat(Program.say(data, "verify")).contains("everything holds");
        }
    }

    private void furnish(Path data, Program desk, MailServer mail) throws Exception {
        Program.tell(data, PASSWORD + "\n", "admin", "create", "--login", "root");
        people(data, "requester", "li,李,%s\ngone,高,gone@company.test\n".formatted(MailServer.LI));
        people(data, "manager", "meng,孟,meng@company.test\n");
        var http = Http.at(desk.root);
        api = http.as(token(data, "meng"));
        log = http.as(token(data, "root"));
        var admin = http.browser();
        admin.signIn("root", PASSWORD).expect(303);
        admin.get("/mailboxes/new").expect(200);
        var fetched = box("服务台", MailServer.IT);
        fetched.putAll(Map.of(
                "host", "127.0.0.1",
                "port", String.valueOf(mail.imap),
                "security", "plain",
                "login", MailServer.IT,
                "folder", "INBOX",
                "access", "password",
                "secret", MailServer.SECRET,
                "inside", "true"));
        admin.form("/mailboxes", fetched).expect(303);
        admin.form("/mailboxes", box("直送", HELP)).expect(303);
    }

    private static Map<String, String> box(String name, String address) {
        return new HashMap<>(Map.of(
                "name", name,
                "address", address,
                "active", "true",
                "kind", "incident",
                "impact", "medium",
                "urgency", "medium",
                "port", "993",
                "security", "tls",
                "access", "password"));
    }

    private static String token(Path data, String login) throws IOException, InterruptedException {
        return Program.say(data, "token", "create", "--for", login, "--scope", "write")
                .lines()
                .filter(line -> line.matches("[\\w.-]{30,}"))
                .findFirst()
                .orElseThrow();
    }

    private void people(Path data, String role, String lines) throws IOException, InterruptedException {
        var list = Files.writeString(house.resolve(role + ".csv"), "login,name,mail\n" + lines);
        Program.say(data, "import", "people", list.toString(), "--role", role);
    }

    private List<JsonNode> outcomes(String outcome) {
        return log.get("/api/v1/mails?outcome=" + outcome)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private long number(String subject) {
        return outcomes("ticket").stream()
                .filter(mail -> mail.path("subject").asString().equals(subject))
                .findFirst()
                .orElseThrow()
                .path("ticket")
                .asLong();
    }

    private void resolve(long number, String solution) {
        var said = Map.of("code", "fixed", "cause", "hardware", "solution", solution);
        api.post("/api/v1/tickets/" + number + "/resolution", said).expect(200);
    }

    /** The newest first. */
    private static List<? extends Message> solution(MailServer mail, long number) throws MessagingException {
        return mail.box(MailServer.LI).stream()
                .filter(message ->
                        subject(message).contains("#" + number) && text(message).contains("rate"))
                .toList();
    }

    private static String subject(Message message) {
        try {
            return String.valueOf(message.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Message message) {
        try {
            return new String(message.getDataHandler().getInputStream().readAllBytes());
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

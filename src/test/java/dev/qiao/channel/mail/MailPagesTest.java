package dev.qiao.channel.mail;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mailboxes and mails as an administrator makes and reads them, and as programs do. */
@QiaoTest
class MailPagesTest {
    @Autowired
    Http http;

    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    MailDesk desk;

    @Autowired
    TestClock clock;

    @AfterEach
    void close() {
        desk.clear();
    }

    @Test
    void anAdministratorMakesAMailboxAndSeesWhatBecameOfEachMail() {
        var browser = http.browser();
        var admin = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        browser.signIn(requireNonNull(admin.login()), Crowd.PASSWORD).expect(303);
        assertThat(browser.get("/mailboxes").expect(200).text()).contains("还没有收件信箱");
        var address = "it-" + UUID.randomUUID().toString().substring(0, 8) + "@desk.example.org";
        var fields = new HashMap<>(Map.of(
                "name",
                "服务台",
                "address",
                address.toUpperCase(java.util.Locale.ROOT),
                "active",
                "true",
                "domains",
                "nonsense"));
        assertThat(browser.form("/mailboxes", fields).expect(422).text()).contains("nonsense");
        fields.put("domains", "");
        browser.form("/mailboxes", fields).expect(303);
        assertThat(browser.get("/mailboxes").expect(200).text()).contains("服务台", address, "没有来路");
        var box = mailboxes.all(Me.QIAO).getFirst();
        browser.get("/mailboxes/" + box.id() + "/edit").expect(200);
        var li = people.find(cast.hire("requester").id()).orElseThrow();
        var ticket = desk.hear(
                box, Writing.from(li.mail(), address, "打印机<b>").text("x").bytes());
        var aside = desk.hear(box, Writing.from(" ", address, "无名").text("x").bytes());
        assertThat(browser.get("/mails").expect(200).text()).contains("打印机&lt;b&gt;", "成为工单", "没有发件人");
        assertThat(browser.get("/mails?outcome=quarantined").expect(200).text())
                .contains("无名")
                .doesNotContain("打印机");
        assertThat(browser.get("/mails/" + aside.id()).expect(200).text()).contains("再读一次", "Subject: 无名");
        browser.form("/mails/" + aside.id() + "/readings", Map.of()).expect(303);
        assertThat(mailsOutcome(browser, aside.id())).contains("待读");
        assertThat(browser.get("/tickets/" + ticket.number()).expect(200).text())
                .contains("成为工单", requireNonNull(li.mail()));
        assertThat(browser.get("/mails/" + ticket.id() + "/raw").expect(200).text())
                .contains("Message-ID");
    }

    private static String mailsOutcome(Http browser, long id) {
        return browser.get("/mails/" + id).expect(200).text();
    }

    @Test
    void programsAskForMailsByTheirOutcome() {
        var box = desk.box(MailDesk.forAll(false));
        var li = people.find(cast.hire("requester").id()).orElseThrow();
        var ticket = desk.hear(
                box, Writing.from(li.mail(), box.address(), "a").text("x").bytes());
        desk.hear(
                box,
                Writing.from("nobody@elsewhere.example", box.address(), "b")
                        .text("x")
                        .bytes());
        var token = cast.token(cast.hire("admin"));
        assertThat(http.as(token)
                        .get("/api/v1/mails?outcome=ticket")
                        .expect(200)
                        .text())
                .contains("\"ticket\":" + ticket.number())
                .doesNotContain("rejected");
        assertThat(http.as(token)
                        .get("/api/v1/mails?outcome=rejected")
                        .expect(200)
                        .text())
                .contains("channel.mail_stranger");
        http.as(token).get("/api/v1/mails?outcome=nonsense").expect(422);
        http.as(token).get("/api/v1/mails/" + ticket.id()).expect(200);
        http.as(cast.token(cast.hire("engineer"))).get("/api/v1/mails").expect(403);
    }
}

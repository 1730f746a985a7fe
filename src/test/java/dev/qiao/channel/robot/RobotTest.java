package dev.qiao.channel.robot;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.channel.hook.Receiver;
import dev.qiao.channel.robot.Robots.Keys;
import dev.qiao.people.Crowd;
import dev.qiao.people.Rights;
import dev.qiao.ticket.Weight.Priority;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Robots say what happens to tickets as each vendor wants it, no faster than that, and in one word when there is much. */
@QiaoTest
class RobotTest {
    @Autowired
    Robots robots;

    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    Http http;

    @Autowired
    Rights rights;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    private final Receiver receiver = new Receiver();

    /** What others did before is read before anybody listens. */
    @BeforeEach
    void settle() {
        workers.crank(clock.instant());
    }

    @AfterEach
    void close() {
        robots.all(Me.QIAO).forEach(robot -> robots.delete(robot.id(), Me.QIAO, clock.instant()));
        receiver.close();
    }

    @ParameterizedTest
    @EnumSource
    void oneTicketIsOneMessageThatTheVendorTakesWithTheWayToIt(RobotKind kind) {
        var robot = robot(kind, Priority.NORMAL);
        long number = opened("打印机 [卡纸](http://x.example) *急* <b>");
        crank();
        assertThat(last(robot).sentAt()).as("%s", last(robot)).isNotNull();
        assertThat(receiver.got()).hasSize(1);
        assertThat(receiver.got().getFirst().body())
                .contains("/tickets/" + number, "打印机")
                .doesNotContain("](http://x.example", "<b>");
    }

    @ParameterizedTest
    @EnumSource
    void manyTicketsAtOnceBecomeFewMessagesAndNoneIsLost(RobotKind kind) {
        var robot = robot(kind, Priority.NORMAL);
        for (int n = 0; n < 40; n++) opened("很长的标题".repeat(20) + n);
        for (int minute = 0; minute < 3; minute++) {
            crank();
            clock.advance(Duration.ofMinutes(1));
        }
        var said = robots.messages(robot.id(), Long.MAX_VALUE, 200, Me.QIAO);
        assertThat(said).hasSize(40).allMatch(message -> message.sentAt() != null);
        assertThat(receiver.got()).as("messages in the group").hasSizeLessThan(18);
    }

    @Test
    void aWrongSignatureIsSaidAtOnceAndCanBeMendedAndSaidAgain() {
        var robot = robot(RobotKind.DINGTALK, Priority.NORMAL);
        robots.update(robot.id(), robot.version(), robot.draft(), new Keys(null, "SECwrong"), Me.QIAO, clock.instant());
        opened("邮箱打不开");
        crank();
        var message = last(robot);
        assertThat(message.deadAt()).isNotNull();
        assertThat(message.answer()).isEqualTo("310000");
        var mended = robots.find(robot.id(), Me.QIAO);
        robots.update(
                robot.id(),
                mended.version(),
                mended.draft(),
                new Keys(null, Platform.SECRET),
                Me.QIAO,
                clock.instant());
        robots.replay(robot.id(), message.id(), Me.QIAO, clock.instant());
        crank();
        assertThat(last(robot).sentAt()).isNotNull();
    }

    @Test
    void aVendorThatSaysTooFastIsLeftAloneAndNothingCountsAsFailed() {
        var robot = robot(RobotKind.WECOM, Priority.NORMAL);
        receiver.answer(200, "{\"errcode\": 45009, \"errmsg\": \"api freq out of limit\"}");
        opened("网络慢");
        crank();
        crank();
        assertThat(receiver.got()).hasSize(1);
        assertThat(last(robot).attempts()).isZero();
        receiver.judge(new Platform(clock).of(RobotKind.WECOM));
        clock.advance(Duration.ofMinutes(2));
        crank();
        assertThat(last(robot).sentAt()).isNotNull();
    }

    @Test
    void aVendorThatIsDownIsTriedAgainLater() {
        var robot = robot(RobotKind.FEISHU, Priority.NORMAL);
        receiver.answer(502, "");
        opened("网络慢");
        crank();
        assertThat(last(robot).nextAt()).isNotNull();
        receiver.judge(new Platform(clock).of(RobotKind.FEISHU));
        clock.advance(Duration.ofMinutes(2));
        crank();
        assertThat(last(robot).sentAt()).isNotNull();
    }

    @Test
    void itSpeaksOfItsPrioritiesAndNeverOfRestrictedTickets() {
        robot(RobotKind.SLACK, Priority.URGENT);
        opened("普通的事");
        crank();
        assertThat(receiver.got()).isEmpty();
        robot(RobotKind.SLACK, Priority.NORMAL);
        long number = opened("限制的事");
        http.as(cast.token(cast.hire("manager")))
                .patch("/api/v1/tickets/" + number, Map.of("restricted", true))
                .expect(200);
        crank();
        assertThat(receiver.got()).isEmpty();
    }

    @Test
    void anAdministratorMakesTriesAndTakesOneAwayAndItsAddressIsShownNowhere() {
        var admin = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        var browser = http.browser();
        browser.signIn(requireNonNull(admin.login()), Crowd.PASSWORD).expect(303);
        for (var kind : RobotKind.values())
            browser.get("/robots/new?kind=" + kind.code()).expect(200);
        receiver.judge(new Platform(clock).of(RobotKind.DINGTALK));
        var name = "群 " + UUID.randomUUID();
        var fields = new HashMap<String, String>(Map.of("name", name, "kind", "dingtalk", "least", "normal"));
        fields.putAll(Map.of("url", receiver.url("/send?access_token=geheim"), "secret", Platform.SECRET));
        fields.putAll(Map.of("language", "zh-CN", "inside", "true", "active", "true", "events", "ticket.opened"));
        browser.form("/robots", fields).expect(303);
        var robot = robots.all(Me.QIAO).stream()
                .filter(each -> each.draft().name().equals(name))
                .findFirst()
                .orElseThrow();
        browser.form("/robots/" + robot.id() + "/pings", Map.of()).expect(303);
        crank();
        assertThat(receiver.got()).hasSize(1);
        for (var page : List.of("/robots", "/robots/" + robot.id(), "/robots/" + robot.id() + "/edit"))
            assertThat(browser.get(page).expect(200).text()).doesNotContain("geheim", Platform.SECRET);
        browser.form("DELETE", "/robots/" + robot.id(), Map.of()).expect(303);
        browser.form("/robots/" + robot.id() + "/restoration", Map.of()).expect(303);
        assertThat(browser.get("/robots/" + robot.id()).expect(200).text()).contains("没有地址");
    }

    private Robot robot(RobotKind kind, Priority least) {
        receiver.judge(new Platform(clock).of(kind));
        var maker = rights.of(cast.hire("admin").id()).orElseThrow();
        var name = "robot " + UUID.randomUUID();
        var draft = new RobotDraft(name, kind, null, List.of("ticket.opened"), least, "zh-CN", true, true);
        var path = kind == RobotKind.WECOM ? "/send?key=k" : "/send?access_token=t";
        return robots.create(draft, new Keys(receiver.url(path), Platform.SECRET), maker, clock.instant());
    }

    private RobotMessage last(Robot robot) {
        return robots.messages(robot.id(), Long.MAX_VALUE, 10, Me.QIAO).getFirst();
    }

    private long opened(String title) {
        return http.as(cast.token(cast.hire("requester")))
                .post("/api/v1/tickets", Map.of("kind", "incident", "title", title))
                .expect(201)
                .json()
                .get("number")
                .asLong();
    }

    private void crank() {
        workers.crank(clock.instant());
    }
}

package dev.qiao.ticket.form.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.Participants;
import dev.qiao.people.People;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.form.Answers;
import dev.qiao.ticket.form.Filled;
import dev.qiao.ticket.form.Forms;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers that somebody began to change and that somebody else changed before they came back. */
@QiaoTest
class AnswersKeptTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    @Autowired
    Forms forms;

    @Autowired
    Answers answers;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    Participants participants;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me zhou;
    Me he;
    String login;
    long number;

    /** A ticket that was asked why, who, what for, and for a file. */
    @BeforeEach
    void aTicketThatAnswers() {
        var admin = http.as(cast.token(cast.hire("admin")));
        var team = cast.team(null);
        zhou = cast.join(team, cast.hire("engineer", cast.organization(false)));
        he = cast.join(team, cast.hire("dispatcher", cast.organization(false)));
        login = Objects.requireNonNull(crowd.withPassword(people.find(zhou.id()).orElseThrow(), clock.instant())
                .login());
        var code = crowd.word("kept").toLowerCase(Locale.ROOT);
        admin.post("/api/v1/forms", Map.of("code", code, "name", "申请")).expect(201);
        var options = List.of(option("read", "只读"), option("write", "读写"), option("print", "打印"));
        var fields = List.of(
                field("why", "为什么", Map.of("kind", "text", "lines", true)),
                field("boss", "谁批准", Map.of("kind", "person")),
                field("rights", "要什么", Map.of("kind", "choices", "options", options)),
                field("paper", "单据", Map.of("kind", "file")));
        admin.post("/api/v1/forms/" + code + "/versions", Map.of("fields", fields))
                .expect(201);
        var version = Objects.requireNonNull(forms.find(code).current()).id();
        var given = Map.of("why", List.of("结账"), "rights", List.of("read"));
        number = tickets.open(Draft.titled("改答案", zhou, Source.WEB).filled(new Filled(version, given)), clock.instant())
                .number();
    }

    private static Map<String, Object> field(String code, String label, Map<String, Object> shape) {
        return Map.of("code", code, "label", label, "required", false, "shape", shape);
    }

    private static Map<String, String> option(String code, String name) {
        return Map.of("code", code, "name", name);
    }

    private String path() {
        return "/tickets/" + number + "/answers/edit";
    }

    @Test
    void aDraftOfAnAnswerStandsBesideWhatSomebodyElseAnsweredAndSaysWho() {
        try (var desk = Browser.desktop(http.root()).signIn(login, Crowd.PASSWORD)) {
            var field = desk.open(path()).page().locator("[name='fields.why']");
            var clash = desk.page().locator(".clash");
            field.fill("草稿里的话");
            desk.page().waitForTimeout(700);
            assertThat(desk.page().locator(".saved")).containsText("草稿已存");
            desk.open(path());
            assertThat(field).hasValue("草稿里的话");
            assertThat(clash).hasCount(0);
            answers.change(number, null, Map.of("why", List.of("审计")), he, clock.instant());
            for (int time = 0; time < 2; time++) {
                desk.open(path());
                assertThat(clash).containsText("审计");
                assertThat(clash).containsText("草稿里的话");
                assertThat(clash).containsText(he.name());
            }
            desk.isAccessible().fits();
            clash.getByText("审计").click();
            assertThat(field).hasValue("审计");
        }
    }

    @Test
    void whatWasTickedWhoWasNamedAndWhatWasPutInStandBesideToo() {
        try (var desk = Browser.desktop(http.root()).signIn(login, Crowd.PASSWORD)) {
            var page = desk.open(path()).page();
            choose(page);
            assertThat(page.locator(".saved")).containsText("草稿已存");
            desk.open(path());
            assertThat(page.locator("[name='fields.rights.write']")).isChecked();
            assertThat(page.locator("[name='fields.boss']")).isChecked();
            assertThat(page.locator(".files .file")).containsText("工资单.txt");
            assertThat(page.locator(".clash")).hasCount(0);
            answerBeside();
            desk.open(path());
            bothAreShown(desk);
            var clash = page.locator(".clash");
            clash.getByText("打印").click();
            assertThat(page.locator("[name='fields.rights.print']")).isChecked();
            assertThat(page.locator("[name='fields.rights.read']")).not().isChecked();
            page.locator("form.act .is-primary").click();
            assertThat(page.locator(".toast")).isVisible();
        }
        var typed = answers.typed(answers.of(tickets.find(number, zhou)).orElseThrow());
        Assertions.assertThat(typed.get("rights")).containsExactly("print");
        Assertions.assertThat(typed.get("boss")).containsExactly(zhou.login());
        Assertions.assertThat(typed.get("paper")).hasSize(1);
        Assertions.assertThat(typed.get("why")).containsExactly("结账");
    }

    @Test
    void whoIsQuickerWhileTheFormIsOpenTakesNothingAway() {
        try (var desk = Browser.desktop(http.root()).signIn(login, Crowd.PASSWORD)) {
            var page = desk.open(path()).page();
            choose(page);
            answers.change(number, null, Map.of("why", List.of("审计")), he, clock.instant());
            page.locator("form.act .is-primary").click();
            assertThat(page.locator(".toast")).isVisible();
            var typed = answers.typed(answers.of(tickets.find(number, zhou)).orElseThrow());
            Assertions.assertThat(typed.get("why")).containsExactly("审计");
            Assertions.assertThat(typed.get("rights")).containsExactly("read", "write");
            Assertions.assertThat(typed.get("boss")).containsExactly(zhou.login());
            Assertions.assertThat(typed.get("paper")).hasSize(1);
        }
    }

    @Test
    void whoIsQuickerWithTheSameWhileTheFormIsOpenIsShownBeside() {
        try (var desk = Browser.desktop(http.root()).signIn(login, Crowd.PASSWORD)) {
            var page = desk.open(path()).page();
            choose(page);
            answerBeside();
            page.locator("form.act .is-primary").click();
            bothAreShown(desk);
        }
    }

    @Test
    void answersThatOneCanNoLongerGiveAreReadInWords() {
        try (var desk = Browser.desktop(http.root()).signIn(login, Crowd.PASSWORD)) {
            var page = desk.open(path()).page();
            page.locator("[name='fields.why']").fill("年底结账");
            choose(page);
            assertThat(page.locator(".saved")).containsText("草稿已存");
            participants.add(Tickets.KIND, number, zhou.id(), "watcher", clock.instant());
            tickets.assign(number, null, cast.team(null).id(), null, "归他们", cast.hire("manager"), clock.instant());
            page = desk.open("/tickets/" + number).page();
            var left = page.locator("[data-left$='/answers']");
            assertThat(left).containsText("为什么：年底结账");
            assertThat(left).containsText("谁批准：" + zhou.name());
            assertThat(left).containsText("要什么：只读 · 读写");
            assertThat(left).containsText("单据：工资单.txt");
            desk.isAccessible().fits().shot("left-answers");
            left.locator("[data-put]").click();
            assertThat(page.locator(".composer .files")).containsText("工资单.txt");
        }
    }

    private void choose(Page page) {
        page.locator("[name='fields.rights.write']").check();
        page.locator("#find-boss").pressSequentially(zhou.name());
        page.locator("#found-boss label", new Page.LocatorOptions().setHasText(zhou.name()))
                .first()
                .click();
        page.locator("[data-files-for='fields.paper']")
                .setInputFiles(new FilePayload("工资单.txt", "text/plain", "表".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".files .file input")).hasCount(1);
        page.waitForTimeout(700);
    }

    /** Somebody else answers the same otherwise. */
    private void answerBeside() {
        var file = conversation.keep(
                "合同.txt",
                "text/plain",
                new ByteArrayInputStream("约".getBytes(StandardCharsets.UTF_8)),
                he,
                clock.instant());
        var given = Map.of(
                "rights", List.of("print"),
                "boss", List.of(Objects.requireNonNull(he.login())),
                "paper", List.of(file.id().toString()));
        answers.change(number, null, given, he, clock.instant());
    }

    private void bothAreShown(Browser desk) {
        var clash = desk.page().locator(".clash");
        assertThat(clash.locator("fieldset")).hasCount(3);
        assertThat(clash).containsText("只读 · 读写");
        assertThat(clash).containsText("打印");
        assertThat(clash).containsText(zhou.name());
        assertThat(clash).containsText(he.name());
        assertThat(clash).containsText("工资单.txt");
        assertThat(clash).containsText("合同.txt");
        desk.isAccessible().fits().shot("answers-clash");
    }
}

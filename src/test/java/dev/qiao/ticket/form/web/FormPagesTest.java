package dev.qiao.ticket.form.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.journal.Audience;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.form.Answers;
import dev.qiao.ticket.form.Condition;
import dev.qiao.ticket.form.Definition;
import dev.qiao.ticket.form.Field;
import dev.qiao.ticket.form.Filled;
import dev.qiao.ticket.form.FormHead;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.form.Option;
import dev.qiao.ticket.form.Shape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A form as it is made, found, filled in and read, by people. */
@QiaoTest
class FormPagesTest {
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
    Queue queue;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Autowired
    Conversation conversation;

    @Autowired
    Tickets tickets;

    Me admin;
    Me user;
    Me dispatcher;
    String code;

    @BeforeEach
    void aSmallDesk() {
        admin = known("admin");
        user = known("requester");
        dispatcher = known("dispatcher");
        code = crowd.word("paper").toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    }

    private Me known(String role) {
        var me = cast.hire(role, cast.organization(false));
        crowd.withPassword(people.find(me.id()).orElseThrow(), clock.instant());
        return me;
    }

    private Browser in(Browser browser, Me me) {
        return browser.signIn(Objects.requireNonNull(me.login()), Crowd.PASSWORD);
    }

    private static Locator button(Browser browser, String name) {
        return browser.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void published() {
        var now = clock.instant();
        var form = forms.create(new FormHead(code, "申请" + code, null, null, "key-round", 1, true), admin, now);
        var level = new Field(
                "level",
                "什么权限",
                "",
                true,
                null,
                null,
                List.of(),
                new Shape.Choice(List.of(new Option("read", "只读"), new Option("admin", "管理"))));
        var onAdmin = new Condition("level", List.of("admin"));
        var why = new Field(
                "why", "为什么要管理权限", "", false, onAdmin, onAdmin, List.of(), new Shape.Text(true, null, null, null));
        var days = new Field(
                "parts",
                "要哪些",
                "",
                false,
                null,
                null,
                List.of(),
                new Shape.Choices(List.of(new Option("a", "甲"), new Option("b", "乙")), null, null));
        var drawn = forms.redraft(
                code,
                form.revision(),
                new Definition("先说清用途", "", "", null, null, List.of(level, why, days)),
                admin,
                now);
        forms.publish(code, drawn.revision(), admin, now);
    }

    @Test
    void anAdministratorMakesAFormWithoutADeveloper() {
        try (var desk = in(Browser.desktop(http.root()), admin)) {
            var page = desk.open("/forms/new").isAccessible().page();
            page.locator("[name=name]").fill("借笔记本");
            page.locator("[name=code]").fill(code);
            button(desk, "保存").click();
            page.waitForURL("**/forms/" + code);
            desk.open("/forms/" + code + "/fields/new?kind=date").isAccessible();
            page.locator("[name=label]").fill("哪天要");
            page.locator("[name=code]").fill("day");
            page.locator("[name=least]").fill("0");
            button(desk, "保存").click();
            page.waitForURL("**/forms/" + code);
            page.getByText("加上“哪天要”").waitFor();
            desk.settled().isAccessible().fits().shot("form-edit");
            button(desk, "发布新版").click();
            page.getByText("没有改动，不用发布").waitFor();
        }
        var form = forms.find(code);
        assertThat(form.current()).isNotNull();
        assertThat(form.draft().field("day")).get().extracting(Field::takes).isEqualTo(new Shape.Day(0, null));
    }

    @Test
    void whatAFieldDependsOnIsChosenAndCodesMakeThemselves() {
        published();
        try (var desk = in(Browser.desktop(http.root()), admin)) {
            var page = desk.open("/forms/" + code + "/fields/new?kind=choice").page();
            page.locator("[name=label]").fill("给谁用");
            page.locator("[name=options]").fill("自己\n全组");
            page.locator("#shown").selectOption(new SelectOption().setLabel("“什么权限”是管理"));
            desk.isAccessible().fits();
            button(desk, "保存").click();
            page.waitForURL("**/forms/" + code);
            desk.settled();
            button(desk, "“要哪些”下移").click();
            page.locator("tbody tr").nth(3).getByText("要哪些").waitFor();
            assertThat(page.getByLabel("“要哪些”下移").count()).isZero();
        }
        var made = forms.find(code).draft().field("field1").orElseThrow();
        assertThat(made.shown()).isEqualTo(new Condition("level", List.of("admin")));
        assertThat(made.takes().offers()).extracting(Option::name).containsExactly("自己", "全组");
    }

    @Test
    void theHistoryOfAFormIsReadByEverybody() {
        published();
        var form = forms.find(code);
        var drawn = forms.redraft(
                code, form.revision(), new Definition("再说一遍", "", "", null, null, List.of()), admin, clock.instant());
        forms.publish(code, drawn.revision(), admin, clock.instant());
        try (var desk = in(Browser.desktop(http.root()), admin)) {
            desk.open("/forms/" + code).page().locator("a[href$='/versions/2']").waitFor();
            desk.isAccessible().fits();
        }
    }

    @Test
    void somebodyAsksFromTheCatalogueOnAPhone() {
        published();
        try (var phone = in(Browser.phone(http.root()), user)) {
            var page = phone.open("/catalogue")
                    .isAccessible()
                    .fits()
                    .shot("catalogue-phone")
                    .page();
            page.locator(".tile", new Page.LocatorOptions().setHasText("申请" + code))
                    .click();
            page.getByText("先说清用途").waitFor();
            phone.settled().isAccessible().fits();
            assertThat(button(phone, "报给服务台").boundingBox().y)
                    .isGreaterThan(page.locator("[data-code=parts]").boundingBox().y);
            assertThat(page.locator("[name='fields.why']").isVisible()).isFalse();
            page.locator("[name='fields.level']").selectOption("admin");
            page.locator("[name='fields.why']").waitFor();
            page.locator("[name='fields.parts.b']").check();
            button(phone, "报给服务台").click();
            page.locator("[data-code=why] .wrong").waitFor();
            phone.shot("form-phone");
            page.locator("[name='fields.why']").fill("月底结账");
            button(phone, "报给服务台").click();
            page.waitForURL(url -> url.matches(".*/my/\\d+"));
            page.getByText("月底结账").waitFor();
            phone.settled().isAccessible().fits();
        }
        var ticket = queue.list(Filter.of(View.REPORTED), null, 10, user, clock.instant())
                .items()
                .getFirst();
        assertThat(ticket.matter().title()).isEqualTo("申请" + code);
        assertThat(answers.of(ticket))
                .get()
                .extracting(a -> a.answers().keySet().toString())
                .isEqualTo("[level, why, parts]");
    }

    @Test
    void theDeskOpensByTemplateChangesAnAnswerAndTakesThatBack() {
        published();
        try (var desk = in(Browser.desktop(http.root()), dispatcher)) {
            var page = desk.open("/tickets/new?form=" + code)
                    .isAccessible()
                    .fits()
                    .shot("form-desk")
                    .page();
            page.locator("[name='fields.level']").selectOption("read");
            button(desk, "报一张单").click();
            page.waitForURL(url -> url.matches(".*/tickets/\\d+"));
            page.locator("#answers").getByText("只读").waitFor();
            desk.settled().isAccessible();
            page.locator("#answers").getByText("修改").click();
            page.locator("#dock [name='fields.level']").selectOption("admin");
            page.locator("#dock [name='fields.why']").fill("换人了");
            button(desk, "保存").click();
            page.locator("#answers").getByText("换人了").waitFor();
            PlaywrightAssertions.assertThat(page.locator(".toast button")).isVisible();
            page.keyboard().press("z");
            page.locator("#answers").getByText("只读").waitFor();
            PlaywrightAssertions.assertThat(page.locator("#answers").getByText("换人了"))
                    .hasCount(0);
        }
    }

    @Test
    void twoWhoChangeAnswersAreMergedAndAskedWhereTheyCross() {
        published();
        var asked = Map.of("level", List.of("admin"), "why", List.of("结账"));
        var version = Objects.requireNonNull(forms.find(code).current()).id();
        var draft = Draft.titled("改答案", user, Source.WEB).filled(new Filled(version, asked));
        long number = tickets.open(draft, clock.instant()).number();
        try (var he = in(Browser.desktop(http.root()), dispatcher)) {
            var page = he.open("/tickets/" + number + "/answers/edit").page();
            conversation.say(number, "在办", Audience.PUBLIC, List.of(), dispatcher, clock.instant());
            answers.change(number, null, Map.of("parts", List.of("b")), dispatcher, clock.instant());
            page.locator("[name='fields.why']").fill("月底结账");
            button(he, "保存").click();
            page.waitForURL("**/tickets/" + number);
            he.open("/tickets/" + number + "/answers/edit");
            answers.change(number, null, Map.of("why", List.of("审计")), dispatcher, clock.instant());
            page.locator("[name='fields.why']").fill("年底结账");
            button(he, "保存").click();
            PlaywrightAssertions.assertThat(page.locator(".clash")).containsText("审计");
            PlaywrightAssertions.assertThat(page.locator(".clash")).containsText("年底结账");
            button(he, "保存").click();
            page.waitForURL("**/tickets/" + number);
        }
        var told = answers.typed(answers.of(tickets.find(number, dispatcher)).orElseThrow());
        assertThat(told).containsEntry("why", List.of("年底结账")).containsEntry("parts", List.of("b"));
    }
}

package dev.qiao.admin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.people.draft.Drafts;
import dev.qiao.sla.Agreements;
import dev.qiao.sla.Metric;
import dev.qiao.sla.Offer;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an administrator typed in a form of the configuration and did not save is there again, and takes nothing from anybody else. */
@QiaoTest
class KeptFormsTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    Teams teams;

    @Autowired
    Agreements agreements;

    @Autowired
    Categories categories;

    @Autowired
    Drafts drafts;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Person kang;

    @BeforeEach
    void somebodyConfigures() {
        kang = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
    }

    private Browser signedIn() {
        return Browser.desktop(http.root()).signIn(Objects.requireNonNull(kang.login()), Crowd.PASSWORD);
    }

    private static Locator at(Browser browser, String selector) {
        return browser.page().locator(selector);
    }

    private static void saved(Browser browser, String form) {
        browser.page().waitForTimeout(700);
        assertThat(at(browser, form + " .saved")).containsText("草稿已存");
    }

    private static void save(Browser browser, String form, String arrives) {
        at(browser, form + " button.btn:not([type=button], [formaction])")
                .last()
                .click();
        browser.page().waitForURL(arrives);
    }

    private Category category() {
        var code = crowd.word("kept.");
        return categories.save(new Category(0, code, null, "原名", 7, true), cast.hire("admin"), clock.instant());
    }

    private String change(Category category, String name, int place) {
        var other = cast.hire("admin");
        categories.save(new Category(category.id(), category.code(), null, name, place, true), other, clock.instant());
        return other.name();
    }

    @Test
    void whatWasTypedIsThereAfterAReloadAndOnAnotherDeviceUntilItIsSaved() {
        var category = category();
        var path = "/categories/" + category.code() + "/edit";
        try (var desk = signedIn();
                var home = signedIn()) {
            desk.open(path);
            at(desk, "[name=name]").fill("新名字");
            at(desk, "[name=active]").uncheck();
            saved(desk, ".form");
            desk.open(path);
            assertThat(at(desk, "[name=name]")).hasValue("新名字");
            assertThat(at(desk, "[name=active]")).not().isChecked();
            desk.isAccessible().fits().shot("kept-category");
            home.open(path);
            assertThat(at(home, "[name=name]")).hasValue("新名字");
            assertThat(at(home, ".clash")).hasCount(0);
            save(home, ".form", "**/categories");
            assertThat(categories.find(category.id()).orElseThrow().name()).isEqualTo("新名字");
            assertThat(drafts.of(List.of("/categories/" + category.code()), cast.me(kang.id())))
                    .isEmpty();
            desk.open(path);
            assertThat(at(desk, "[name=name]")).hasValue("新名字");
            assertThat(at(desk, ".saved")).hasText("");
        }
    }

    @Test
    void whatSomebodyElseChangedMeanwhileStandsBesideItAndTheRestIsTakenFromEither() {
        var category = category();
        var path = "/categories/" + category.code() + "/edit";
        try (var desk = signedIn()) {
            desk.open(path);
            at(desk, "[name=name]").fill("草稿的名字");
            at(desk, "[name=active]").uncheck();
            saved(desk, ".form");
            var other = change(category, "别人的名字", 11);
            for (int time = 0; time < 2; time++) {
                desk.open(path);
                assertThat(at(desk, ".clash fieldset")).hasCount(1);
                assertThat(at(desk, ".clash")).containsText("草稿的名字");
                assertThat(at(desk, ".clash")).containsText("别人的名字");
                assertThat(at(desk, ".clash h2")).containsText(other);
                assertThat(at(desk, "[name=place]")).hasValue("11");
                assertThat(at(desk, "[name=active]")).not().isChecked();
                // What is typed elsewhere in the form decides nothing.
                at(desk, "[name=active]").check();
                at(desk, "[name=active]").uncheck();
                saved(desk, ".form");
            }
            desk.isAccessible().fits().shot("kept-crossed");
            assertThat(categories.find(category.id()).orElseThrow().name()).isEqualTo("别人的名字");
            at(desk, ".clash").getByText("别人的名字").click();
            assertThat(at(desk, "[name=name]")).hasValue("别人的名字");
            saved(desk, ".form");
            desk.open(path);
            assertThat(at(desk, "[name=active]")).not().isChecked();
            assertThat(at(desk, "[name=name]")).hasValue("别人的名字");
            assertThat(at(desk, ".clash")).hasCount(0);
            save(desk, ".form", "**/categories");
        }
        var now = categories.find(category.id()).orElseThrow();
        assertThat(now.name()).isEqualTo("别人的名字");
        assertThat(now.place()).isEqualTo(11);
        assertThat(now.active()).isFalse();
    }

    @Test
    void aDraftThatNobodyWantsIsLetGoAndTakenBack() {
        var category = category();
        var path = "/categories/" + category.code() + "/edit";
        try (var desk = signedIn()) {
            desk.open(path);
            at(desk, "[name=name]").fill("半个主意");
            saved(desk, ".form");
            desk.open(path);
            at(desk, ".saved").getByText("不要草稿").click();
            assertThat(at(desk, "[name=name]")).hasValue("原名");
            at(desk, ".saved").getByText("拿回草稿").click();
            assertThat(at(desk, "[name=name]")).hasValue("半个主意");
            saved(desk, ".form");
            at(desk, ".saved").getByText("不要草稿").click();
            desk.page().waitForTimeout(700);
            desk.open(path);
            assertThat(at(desk, "[name=name]")).hasValue("原名");
            assertThat(at(desk, ".saved")).hasText("");
        }
    }

    @Test
    void whatIsNewIsKeptBeforeItIs() {
        var code = crowd.word("new.").toLowerCase(Locale.ROOT);
        try (var desk = signedIn()) {
            desk.open("/categories/new");
            at(desk, "[name=name]").fill("新类别");
            at(desk, "[name=code]").fill(code);
            saved(desk, ".form");
            desk.open("/categories/new");
            assertThat(at(desk, "[name=code]")).hasValue(code);
            assertThat(at(desk, "[name=name]")).hasValue("新类别");
            save(desk, ".form", "**/categories");
            desk.open("/categories/new");
            assertThat(at(desk, "[name=name]")).hasValue("");
        }
    }

    @Test
    void everyTickOfAListIsKeptForItself() {
        Team team = cast.team(null);
        Me lin = cast.join(team, cast.hire("engineer"));
        Me zhou = cast.hire("engineer");
        var form = "form[action='/teams/" + team.code() + "/members']";
        try (var desk = signedIn()) {
            desk.open("/teams/" + team.code() + "/edit");
            at(desk, form + " [value='" + lin.id() + "']").uncheck();
            at(desk, form + " [value='" + zhou.id() + "']").check();
            saved(desk, form);
            desk.open("/teams/" + team.code() + "/edit");
            assertThat(at(desk, form + " [value='" + zhou.id() + "']")).isChecked();
            assertThat(at(desk, form + " [value='" + lin.id() + "']")).not().isChecked();
            save(desk, form, "**/teams/" + team.code());
        }
        assertThat(teams.members(team.id())).containsExactly(zhou.id());
    }

    @Test
    void aRowThatWasAddedIsThereAgainAndRowsThatMovedAreLookedAt() {
        var code = crowd.word("ladder").toLowerCase(Locale.ROOT);
        var hour = Duration.ofHours(1);
        var budgets = Map.of("urgent", hour, "important", hour, "normal", hour);
        var offer = new Offer("24x7", Map.of(Metric.RESPONSE, budgets, Metric.RESOLUTION, budgets), Map.of());
        agreements.create(code, "协议", offer, cast.hire("admin"), clock.instant());
        var path = "/agreements/" + code + "/edit";
        var form = "form[action='/agreements/" + code + "/ladder']";
        try (var desk = signedIn()) {
            desk.open(path);
            int rows = shown(desk);
            at(desk, form + " [data-next-row]").click();
            at(desk, form + " [name='" + rows + ".amount']").fill("95");
            at(desk, form + " [name='" + rows + ".whom']").selectOption("manager");
            saved(desk, form);
            desk.open(path);
            assertThat(at(desk, form + " [name='" + rows + ".amount']")).hasValue("95");
            assertThat(at(desk, form + " [name='" + rows + ".whom']")).hasValue("manager");
            assertThat(at(desk, form + " tbody tr:visible")).hasCount(rows + 1);
            desk.isAccessible().fits().shot("kept-ladder");
            try (var other = Browser.desktop(http.root())) {
                var person = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
                other.signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD);
                other.open(path);
                at(other, form + " [name='0.amount']").fill("33");
                other.page()
                        .waitForResponse(
                                response -> response.request().method().equals("POST"),
                                () -> at(other, form + " button.btn:not([type=button])")
                                        .click());
            }
            desk.open(path);
            assertThat(at(desk, form + " [name='0.amount']")).hasValue("33");
            assertThat(at(desk, form + " [name='" + rows + ".amount']")).hasValue("95");
            assertThat(at(desk, form + " .clash")).containsText("95");
            desk.shot("kept-ladder-crossed");
        }
    }

    private static int shown(Browser desk) {
        return at(desk, "#rungs tr:visible").count();
    }

    @Test
    void theLineThatSaysSoMovesNothing() {
        var category = category();
        try (var phone = Browser.phone(http.root())) {
            phone.signIn(Objects.requireNonNull(kang.login()), Crowd.PASSWORD);
            phone.open("/categories/" + category.code() + "/edit");
            var before = at(phone, ".form").boundingBox();
            at(phone, "[name=name]").fill("手机上写的");
            saved(phone, ".form");
            assertThat(at(phone, ".form").boundingBox().height).isEqualTo(before.height);
            phone.isAccessible().fits().shot("kept-phone");
        }
    }
}

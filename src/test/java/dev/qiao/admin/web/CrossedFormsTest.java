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
import dev.qiao.people.Role;
import dev.qiao.people.Roles;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.canned.Canned;
import dev.qiao.ticket.canned.Canneds;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two administrators have the same form open: what either wrote is kept, and what both wrote is asked about. */
@QiaoTest
class CrossedFormsTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    Teams teams;

    @Autowired
    Roles roles;

    @Autowired
    Categories categories;

    @Autowired
    Canneds canneds;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    /** Of those who signed in, in that order. */
    final List<String> names = new ArrayList<>();

    @BeforeEach
    void nobodyIsIn() {
        cast.hire("admin");
    }

    private Browser admin() {
        var person = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        names.add(person.name());
        return Browser.desktop(http.root()).signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD);
    }

    private interface Story {
        void tell(Browser he, Browser she);
    }

    private void bothOn(String path, Story story) {
        try (var one = admin();
                var other = admin()) {
            one.open(path);
            other.open(path);
            story.tell(one, other);
        }
    }

    private static Locator at(Browser browser, String selector) {
        return browser.page().locator(selector);
    }

    private static void save(Browser browser, String form, String arrives) {
        at(browser, form + " button.btn:not([type=button], [formaction])")
                .last()
                .click();
        browser.page().waitForURL(arrives);
    }

    private static void crosses(Browser browser, String form) {
        at(browser, form + " button.btn:not([type=button], [formaction])")
                .last()
                .click();
        at(browser, ".clash h2").waitFor();
    }

    private Category category() {
        var code = crowd.word("crossed.");
        return categories.save(new Category(0, code, null, "原名", 7, true), cast.hire("admin"), clock.instant());
    }

    @Test
    void whatEachChangedElsewhereIsMergedWithoutAQuestion() {
        Team team = cast.team(null);
        var form = "form[action='/teams/" + team.code() + "']";
        bothOn("/teams/" + team.code() + "/edit", (he, she) -> {
            at(he, form + " [name=name]").fill("夜班组");
            at(she, form + " [name=tier]").selectOption("second");
            save(he, form, "**/teams/" + team.code());
            save(she, form, "**/teams/" + team.code());
        });
        var now = teams.find(team.id()).orElseThrow();
        assertThat(now.name()).isEqualTo("夜班组");
        assertThat(now.tier().code()).isEqualTo("second");
    }

    @Test
    void membersThatTwoPutInAreBothIn() {
        Team team = cast.team(null);
        Me lin = cast.hire("engineer");
        Me zhou = cast.hire("engineer");
        var form = "form[action='/teams/" + team.code() + "/members']";
        bothOn("/teams/" + team.code() + "/edit", (he, she) -> {
            at(he, form + " [value='" + lin.id() + "']").check();
            at(she, form + " [value='" + zhou.id() + "']").check();
            save(he, form, "**/teams/" + team.code());
            save(she, form, "**/teams/" + team.code());
        });
        assertThat(teams.members(team.id())).containsExactlyInAnyOrder(lin.id(), zhou.id());
    }

    @Test
    void whatBothChangedIsShownWithBothAndOneIsChosen() {
        var category = category();
        bothOn("/categories/" + category.code() + "/edit", (he, she) -> {
            at(he, "[name=name]").fill("他的名字");
            at(he, "[name=place]").fill("11");
            at(she, "[name=name]").fill("她的名字");
            at(she, "[name=active]").uncheck();
            save(he, ".form", "**/categories");
            crosses(she, ".form");
            assertThat(at(she, ".clash fieldset")).hasCount(1);
            assertThat(at(she, ".clash h2")).containsText("改过这里");
            assertThat(at(she, ".clash h2")).containsText(names.getFirst());
            assertThat(at(she, ".clash")).containsText("他的名字");
            assertThat(at(she, ".clash")).containsText("她的名字");
            assertThat(at(she, "[name=name]")).hasValue("她的名字");
            assertThat(at(she, "[name=place]")).hasValue("11");
            assertThat(at(she, "[name=active]")).not().isChecked();
            assertThat(at(she, ".saved")).containsText("草稿已存");
            she.open("/categories/" + category.code() + "/edit");
            assertThat(at(she, ".clash")).containsText("他的名字");
            assertThat(at(she, "[name=name]")).hasValue("她的名字");
            she.isAccessible().fits().shot("crossed-category");
            assertThat(name(category)).isEqualTo("他的名字");
            at(she, ".clash").getByText("他的名字").click();
            assertThat(at(she, "[name=name]")).hasValue("他的名字");
            at(she, ".clash").getByText("她的名字").click();
            save(she, ".form", "**/categories");
        });
        var now = categories.find(category.id()).orElseThrow();
        assertThat(now.name()).isEqualTo("她的名字");
        assertThat(now.place()).isEqualTo(11);
        assertThat(now.active()).isFalse();
    }

    private String name(Category category) {
        return categories.find(category.id()).orElseThrow().name();
    }

    @Test
    void aCannedReplyThatIsSavedThreeTimesMeanwhileIsAskedAboutEachTime() {
        Me admin = cast.hire("admin");
        long id = canneds.save(new Canned(0, null, "重启", "请先重启", true), admin, clock.instant());
        bothOn("/canned/" + id + "/edit", (he, she) -> {
            at(she, "[name=body]").fill("请先\n重启两次");
            canneds.save(new Canned(id, null, "重启", "请先关机", true), admin, clock.instant());
            crosses(she, ".form");
            assertThat(at(she, ".clash")).containsText("请先关机");
            canneds.save(new Canned(id, null, "重启", "请先拔电", true), admin, clock.instant());
            at(she, ".form button.is-primary").click();
            assertThat(at(she, ".clash")).containsText("请先拔电");
            assertThat(at(she, ".clash")).not().containsText("请先关机");
            assertThat(at(she, "[name=body]")).hasValue("请先\n重启两次");
            she.shot("crossed-canned");
            save(she, ".form", "**/canned");
            at(he, "[name=name]").fill("重启电脑");
            save(he, ".form", "**/canned");
        });
        assertThat(canneds.find(id, admin)).isEqualTo(new Canned(id, null, "重启电脑", "请先\n重启两次", true));
    }

    @Test
    void aPageOnWhichSomebodySavedBeforeKnowsWhatItShowsNow() {
        Me lin = cast.hire("requester");
        var form = "form[action='/people/" + lin.id() + "/roles']";
        try (var she = admin()) {
            she.open("/people/" + lin.id());
            at(she, form + " [value=dispatcher]").check();
            at(she, form + " button.btn").click();
            assertThat(at(she, form + " [value=dispatcher][checked]")).hasCount(1);
            roles.grant(lin.id(), Set.of("requester", "dispatcher", "engineer"), cast.hire("admin"), clock.instant());
            at(she, form + " [value=manager]").check();
            at(she, form + " button.btn").click();
            assertThat(at(she, form + " [value=manager][checked]")).hasCount(1);
            assertThat(at(she, form + " [value=engineer][checked]")).hasCount(1);
        }
        assertThat(roles.of(lin.id()).stream().map(Role::code))
                .containsExactlyInAnyOrder("requester", "dispatcher", "engineer", "manager");
    }

    @Test
    void onAPhoneTheChoiceIsReadToo() {
        var category = category();
        try (var phone = Browser.phone(http.root())) {
            var person = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
            phone.signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD);
            phone.open("/categories/" + category.code() + "/edit");
            at(phone, "[name=name]").fill("手机上的名字");
            categories.save(
                    new Category(category.id(), category.code(), null, "别的名字", 7, true),
                    cast.hire("admin"),
                    clock.instant());
            crosses(phone, ".form");
            phone.isAccessible().fits().shot("crossed-phone");
        }
    }
}

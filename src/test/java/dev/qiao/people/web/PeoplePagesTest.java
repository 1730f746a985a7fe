package dev.qiao.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.qiao.Browser;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.Person;
import dev.qiao.people.TeamDraft;
import dev.qiao.people.Teams;
import dev.qiao.people.Tier;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator's morning, in a browser. */
@QiaoTest
class PeoplePagesTest {
    @Autowired
    Crowd crowd;

    @Autowired
    Teams teams;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void anAdministratorAddsSomebodyAndHandsThemALinkThatLetsThemIn() {
        try (var admin = admin()) {
            admin.open("/people/new");
            fill(admin.page(), "name", "周建平");
            var login = crowd.word("zhou");
            fill(admin.page(), "login", login);
            admin.page().locator("[name=roles][value=engineer]").check();
            admin.isAccessible();
            admin.page().locator("button.is-primary").click();
            admin.page().locator("#access").waitFor();
            admin.page().getByText("给一个邀请链接").click();
            var link = admin.page().locator("#link").inputValue();
            admin.isAccessible().shot("person");
            try (var zhou = Browser.phone(http.root())) {
                zhou.page().navigate(link);
                zhou.isAccessible();
                fill(zhou.page(), "password", "桥上看风景的人在楼上看你");
                zhou.page().locator("button.is-primary").click();
                zhou.page().waitForURL(url -> !url.contains("/invitations/"));
                zhou.open("/me").isAccessible().shot("me-phone");
            }
        }
    }

    @Test
    void aFieldThatIsWrongIsToldUnderItAndNothingTypedIsLost() {
        try (var admin = admin()) {
            admin.open("/people/new");
            fill(admin.page(), "name", "何静");
            fill(admin.page(), "mail", "何静@nowhere@twice");
            admin.page().locator("[name=mail]").evaluate("field => field.type = 'text'");
            admin.page().locator("button.is-primary").click();
            admin.page().getByText("不像邮箱地址").waitFor();
            assertThat(admin.page().locator("[name=name]").inputValue()).isEqualTo("何静");
        }
    }

    @Test
    void whoeverDeactivatesALeadReadsWhichTeamLosesThemAndThatItIsNotGivenBack() {
        var now = clock.instant();
        var lead = crowd.person(now, "lead");
        var name = crowd.word("应用组");
        var draft = new TeamDraft(name, Tier.FIRST, lead.id(), ZoneId.of("Asia/Shanghai"), true);
        var team = teams.add(crowd.word("t"), draft, Me.QIAO, now);
        teams.staff(team.id(), Set.of(lead.id()), Me.QIAO, now);
        try (var admin = admin()) {
            admin.open("/people/" + lead.id());
            admin.page().getByText("他是" + name + "的班组长").waitFor();
            admin.page().getByText("停用此人").click();
            admin.page().getByText("已停用；" + name + "现在没有班组长").waitFor();
            admin.page().getByText("恢复使用后不会自动当回班组长").waitFor();
            admin.page()
                    .locator("a[href='/teams/" + team.code() + "/edit']")
                    .first()
                    .waitFor();
            admin.isAccessible().fits();
        }
        assertThat(teams.find(team.id()).orElseThrow().leadId()).isNull();
    }

    @Test
    void thePagesOfAdministrationAreAccessible() {
        try (var admin = admin()) {
            for (var path : new String[] {"/people", "/organizations", "/teams", "/roles", "/me", "/roles/lead/edit"}) {
                admin.open(path).isAccessible().shot("people" + path.replace('/', '-'));
            }
        }
    }

    private Browser admin() {
        var now = clock.instant();
        Person admin = crowd.withPassword(crowd.person(now, "admin"), now);
        return Browser.desktop(http.root()).signIn(Objects.requireNonNull(admin.login()), Crowd.PASSWORD);
    }

    private static void fill(Page page, String name, String value) {
        page.locator("[name=\"" + name + "\"]").fill(value);
    }
}

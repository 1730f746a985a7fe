package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import dev.qiao.Browser;
import dev.qiao.base.Me;
import dev.qiao.journal.Audience;
import dev.qiao.people.draft.Drafts;
import dev.qiao.ticket.Matter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people do the same thing to the same ticket: nothing either of them wrote is lost. */
class DeskConflictTest extends DeskStory {
    @Autowired
    Drafts drafts;

    Me lin;

    @BeforeEach
    void aColleague() {
        lin = cast.join(team, cast.hire("engineer"));
    }

    @Test
    void editsOfDifferentFieldsAreMergedWithoutAQuestion() {
        try (var one = signedIn(zhou, Browser.desktop(http.root()));
                var other = signedIn(lin, Browser.desktop(http.root()))) {
            editing(one).locator("[name=title]").fill("VPN打不开CRM，十人受影响");
            editing(other).locator("[name=tags]").fill("VPN，CRM");
            save(one);
            assertThat(one.page().locator("#top .title")).hasText("VPN打不开CRM，十人受影响");
            save(other);
            assertThat(other.page().locator("#dock .composer")).isVisible();
        }
        assertThat(matter().title()).isEqualTo("VPN打不开CRM，十人受影响");
        assertThat(matter().tags()).containsExactly("VPN", "CRM");
    }

    @Test
    void editsOfTheSameFieldAreBothShownAndThePersonChooses() {
        try (var one = signedIn(zhou, Browser.desktop(http.root()));
                var other = signedIn(lin, Browser.desktop(http.root()))) {
            editing(one).locator("[name=title]").fill("甲的标题");
            editing(other).locator("[name=title]").fill("乙的标题");
            other.page().locator("#dock [name=description]").fill("乙的描述");
            save(one);
            assertThat(one.page().locator("#top .title")).hasText("甲的标题");
            save(other);
            var clash = other.page().locator("#dock .clash");
            assertThat(clash).containsText("甲的标题");
            assertThat(clash).containsText("乙的标题");
            assertThat(clash).containsText(zhou.name());
            assertThat(clash.locator("fieldset")).hasCount(1);
            other.isAccessible().fits().shot("desk-clash");
            assertThat(matter().title()).isEqualTo("甲的标题");
            clash.getByText("乙的标题").click();
            save(other);
            assertThat(other.page().locator("#top .title")).hasText("乙的标题");
        }
        assertThat(matter().description()).isEqualTo("乙的描述");
    }

    @Test
    void aDraftThatIsStillOnItsWayWhenTheQuestionIsAnsweredGoesAllTheSame() {
        try (var one = signedIn(zhou, Browser.desktop(http.root()));
                var other = signedIn(lin, Browser.desktop(http.root()))) {
            var late = new ArrayList<Route>();
            var page = editing(other);
            page.route("**/drafts", route -> {
                if (route.request().method().equals("PUT")) late.add(route);
                else route.resume();
            });
            editing(one).locator("[name=title]").fill("甲的标题");
            save(one);
            assertThat(one.page().locator("#top .title")).hasText("甲的标题");
            page.locator("#dock [name=title]").fill("乙的标题");
            save(other);
            assertThat(page.locator("#dock .clash")).isVisible();
            page.waitForCondition(() -> !late.isEmpty());
            save(other);
            assertThat(page.locator("#top .title")).hasText("乙的标题");
            page.waitForResponse(DeskConflictTest::forgets, () -> late.forEach(Route::resume));
        }
        assertThat(drafts.of(List.of("/tickets/" + number + "/edit"), lin)).isEmpty();
    }

    @Test
    void aReplyThatCrossesANewerOneSaysSoAndIsSentAnywayOrRevised() {
        try (var one = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = one.open("/tickets/" + number).page();
            page.locator("#text").fill("请重启一下再试");
            conversation.say(number, "已经好了，不用来", Audience.PUBLIC, List.of(), zheng, clock.instant());
            page.locator("#text").press("Control+Enter");
            var crossed = page.locator("#crossed");
            assertThat(crossed).containsText("已经好了，不用来");
            assertThat(page.locator("#text")).hasValue("请重启一下再试");
            one.isAccessible().fits().shot("desk-crossing");
            assertThat(conversation.of(tickets.find(number, zhou), zhou, 0, 10)).hasSize(1);
            crossed.getByText("我再改改").click();
            assertThat(crossed.locator("article")).hasCount(0);
            page.locator("#text").fill("好的，那就关单");
            page.locator("#text").press("Control+Enter");
            assertThat(said(page, "好的，那就关单")).isVisible();
        }
    }

    @Test
    void theRequestersReplyThatCrossesIsSentAnyway() {
        try (var phone = signedIn(zheng, Browser.phone(http.root()))) {
            var page = phone.open("/my/" + number).page();
            page.locator("#text").fill("还是不行");
            conversation.say(number, "内部先不说", Audience.INTERNAL, List.of(), zhou, clock.instant());
            conversation.say(number, "请换个浏览器", Audience.PUBLIC, List.of(), zhou, clock.instant());
            page.locator(".composer .is-primary").click();
            assertThat(page.locator("#crossed")).containsText("请换个浏览器");
            assertThat(page.locator("#crossed")).not().containsText("内部先不说");
            phone.isAccessible().fits().shot("help-crossing-phone");
            page.locator("#crossed [data-anyway]").click();
            assertThat(said(page, "还是不行")).isVisible();
            assertThat(page.locator("#crossed article")).hasCount(0);
        }
    }

    private Page editing(Browser browser) {
        var page = browser.open("/tickets/" + number).page();
        page.locator("a[href$='/edit']").click();
        page.locator("#dock [name=title]").waitFor();
        return page;
    }

    private static void save(Browser browser) {
        browser.page().locator("#dock .is-primary").click();
    }

    private static boolean forgets(Response answer) {
        return answer.request().method().equals("DELETE") && answer.url().contains("/drafts");
    }

    private static Locator said(Page page, String words) {
        return page.locator("#talk .say").getByText(words);
    }

    private Matter matter() {
        return tickets.find(number, zhou).matter();
    }
}

package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.qiao.Browser;
import dev.qiao.base.Me;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.merge.Merges;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A ticket is merged into another while its page is open and somebody writes there. */
class DeskMovedTest extends DeskStory {
    @Autowired
    Merges merges;

    @Test
    void thePageStaysSaysWhereItGoesOnAndTheWordsGoAlong() {
        long into = open("VPN又断了");
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open("/tickets/" + number).page();
            audience(page, "internal");
            page.locator("#text").fill("查了半小时，是时钟漂移");
            merge(into);
            assertThat(page.locator("#moved")).containsText("并入了" + into);
            assertThat(page.locator("#top h1")).hasText("VPN拨入后打不开CRM，七人受影响");
            assertThat(page.locator("#rail #facts")).isVisible();
            assertThat(page.locator("#text")).hasValue("查了半小时，是时钟漂移");
            desk.isAccessible().fits().shot("desk-moved");
            assertThat(page.locator(".saved")).containsText("草稿已存");
            page.locator("#moved a").click();
            page.waitForURL("**/tickets/" + into);
            desk.settled();
            audience(page, "internal");
            assertThat(page.locator("#text")).hasValue("查了半小时，是时钟漂移");
        }
    }

    @Test
    void whatWasSaidOnTheOtherMeanwhileIsShownBeforeOneReplies() {
        long into = open("VPN又断了");
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open("/tickets/" + into).page();
            page.locator("#text").fill("请重启一下再试");
            conversation.say(number, "已经好了，不用来", Audience.PUBLIC, List.of(), zheng, clock.instant());
            merge(into);
            page.locator("#text").press("Control+Enter");
            assertThat(page.locator("#crossed")).containsText("已经好了，不用来");
            page.locator("#crossed [data-anyway]").click();
            assertThat(page.locator("#talk")).containsText("请重启一下再试");
        }
    }

    @Test
    void aFormThatIsBeingFilledInGoesAlong() {
        long into = open("VPN又断了");
        tickets.accept(number, null, zhou, clock.instant());
        tickets.accept(into, null, zhou, clock.instant());
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open("/tickets/" + number + "/resolution/new").page();
            page.locator("[name=solution]").fill("校了时");
            assertThat(page.locator(".act .saved")).containsText("草稿已存");
            merge(into);
            assertThat(page.locator("#moved a")).isVisible();
            page.locator("[name=solution]").fill("校了时，换了电池");
            assertThat(page.locator(".act .saved")).containsText("草稿已存");
            desk.open("/tickets/" + into + "/resolution/new");
            assertThat(page.locator("[name=solution]")).hasValue("校了时，换了电池");
        }
    }

    @Test
    void whoAskedIsToldLikewise() {
        long into = open("VPN又断了");
        try (var phone = signedIn(zheng, Browser.phone(http.root()))) {
            var page = phone.open("/my/" + number).page();
            page.locator("#text").fill("重启过三次");
            merge(into);
            assertThat(page.locator("#moved a")).hasAttribute("href", "/my/" + into);
            assertThat(page.locator("#aside")).not().isEmpty();
            assertThat(page.locator("#text")).hasValue("重启过三次");
            phone.isAccessible().fits().shot("help-moved-phone");
            assertThat(page.locator(".saved")).containsText("草稿已存");
            phone.open("/my/" + into);
            assertThat(page.locator("#text")).hasValue("重启过三次");
        }
    }

    @Test
    void whatIsTakenOutAgainIsShownAsItStands() {
        long into = open("VPN又断了");
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open("/tickets/" + number).page();
            merge(into);
            assertThat(page.locator("#moved")).isVisible();
            merges.unmerge(number, manager(), clock.instant());
            assertThat(page.locator("#moved")).hasCount(0);
            assertThat(page.locator("#top .verbs")).isVisible();
        }
    }

    @Test
    void besideTheListItIsTheOtherThatOpens() {
        long into = open("VPN又断了");
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open("/tickets?view=all").page();
            var row = page.locator(".queue .go", new Page.LocatorOptions().setHasText("七人受影响"));
            assertThat(row).isVisible();
            page.route(Pattern.compile("/tickets/" + number + "$"), route -> {
                if (tickets.find(number, manager()).stage().open()) merge(into);
                route.resume();
            });
            row.click();
            assertThat(page.locator("#peek #top h1")).hasText("VPN又断了");
        }
    }

    private void merge(long into) {
        merges.merge(number, into, manager(), clock.instant());
    }

    private Me manager() {
        return cast.hire("manager");
    }
}

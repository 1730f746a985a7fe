package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import dev.qiao.Browser;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Stage;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The desk as an engineer has it before them: through a real browser, to the row and back. */
class DeskPagesTest extends DeskStory {
    @Test
    void theQueueAndTheTicketAreReadableOnEveryScreen() {
        conversation.say(number, "线路是通的\n\n- 先看路由", Audience.PUBLIC, List.of(), zhou, clock.instant());
        conversation.say(number, "像是分流表少了一段", Audience.INTERNAL, List.of(), zhou, clock.instant());
        var screens = List.of(
                Browser.desktop(http.root()),
                Browser.dark(http.root()),
                Browser.sized(http.root(), 900, 800),
                Browser.phone(http.root()));
        for (var screen : screens) {
            try (var reader = signedIn(zhou, screen)) {
                reader.open("/tickets").isAccessible().fits();
                reader.open("/tickets/" + number).isAccessible().fits();
            }
        }
    }

    @Test
    void anActIsDoneByItsKeyAndShownInPlace() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            page.keyboard().press("a");
            assertThat(page.locator("#top .mark.is-working")).isVisible();
            assertThat(page.locator("#talk .step")).hasCount(1);
            page.keyboard().press("h");
            assertThat(page.locator("#dock [name=until]")).hasValue(Pattern.compile("\\d{4}-\\d\\d-\\d\\dT09:00"));
            assertThat(page.locator("#dock label[for=until] small")).hasCount(0);
            page.locator("#dock [name=until]").fill("");
            page.locator("#dock [name=reason]").fill("等供应商回话");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#dock .wrong")).hasText("这里要填");
            page.locator("#dock [name=until]").fill("2020-01-01T09:00");
            page.locator("#dock .is-primary").click();
            assertThat(page.locator("#dock .wrong")).hasText("回来的时间要在现在之后");
            assertThat(page.locator("#dock [name=until]")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("#dock [name=reason]")).hasValue("等供应商回话");
        }
        assertThat(tickets.find(number, zhou).stage()).isInstanceOf(Stage.Working.class);
    }

    @Test
    void aHoldNeedsOnlyItsReasonForTheDateIsSuggested() {
        tickets.accept(number, null, zhou, clock.instant());
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            page.keyboard().press("h");
            page.locator("#dock [name=reason]").fill("等供应商回话");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#top .mark.is-hold")).isVisible();
        }
    }

    @Test
    void keysRestWhileSomebodyWrites() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            page.keyboard().press("r");
            assertThat(page.locator("#text")).isFocused();
            page.keyboard().type("u are h and e");
            assertThat(page.locator("#text")).hasValue("u are h and e");
        }
        assertThat(tickets.find(number, zhou).stage()).isInstanceOf(Stage.Waiting.class);
    }

    @Test
    void whatOthersSayAppearsWithoutAskingAndTakesNothingAway() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            page.locator("#text").fill("我先看一下");
            conversation.say(number, "现在连不上了", Audience.PUBLIC, List.of(), zheng, clock.instant());
            assertThat(page.locator("#talk .say").getByText("现在连不上了")).isVisible(within(10_000));
            assertThat(page.locator("#text")).hasValue("我先看一下");
        }
    }

    @Test
    void whatHappensBetweenThePageAndItsStreamIsShownAllTheSame() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            reader.page().route("**/tickets/" + number, route -> {
                var rendered = route.fetch();
                conversation.say(number, "就在这一刻", Audience.PUBLIC, List.of(), zheng, clock.instant());
                route.fulfill(new Route.FulfillOptions().setResponse(rendered));
                reader.page().unroute("**/tickets/" + number);
            });
            var page = reader.open("/tickets/" + number).page();
            assertThat(page.locator("#talk .say").getByText("就在这一刻")).isVisible();
        }
    }

    @Test
    void eachAudienceKeepsItsOwnDraftUntilItIsSent() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            page.locator("#text").fill("给用户的话");
            audience(page, "internal");
            assertThat(page.locator("#text")).hasValue("");
            page.locator("#text").fill("给同事的话");
            page.reload();
            assertThat(page.locator("#text")).hasValue("给用户的话");
            audience(page, "internal");
            assertThat(page.locator("#text")).hasValue("给同事的话");
            page.locator("#text").press("Control+Enter");
            assertThat(page.locator("#talk .say.is-inside").getByText("给同事的话")).isVisible();
            assertThat(page.locator("#text")).hasValue("给用户的话");
        }
        assertThat(conversation.of(tickets.find(number, zheng), zheng, 0, 10)).isEmpty();
    }

    @Test
    void aRowOpensBesideTheListAndTheSecondPressGoesOn() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets").page();
            var row = page.locator("#t" + number + " .go");
            row.click();
            assertThat(page.locator("#peek .title")).hasText("VPN拨入后打不开CRM，七人受影响");
            reader.isAccessible().fits().shot("desk-queue");
            page.keyboard().press("a");
            assertThat(page.locator("#peek .mark.is-working")).isVisible();
            assertThat(page.locator("#t" + number + " .st .mark.is-working")).hasCount(1);
            row.click();
            page.waitForURL("**/tickets/" + number);
            reader.shot("desk-ticket");
        }
    }
}

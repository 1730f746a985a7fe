package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.qiao.Browser;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import dev.qiao.ticket.link.Links;
import dev.qiao.ticket.link.Relation;
import dev.qiao.ticket.macro.Macro;
import dev.qiao.ticket.macro.Macros;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One key takes back what was just done, whether its line has gone or not, and says what it could not. */
class DeskUndoTest extends DeskStory {
    @Autowired
    Macros macros;

    @Autowired
    Links links;

    @Test
    void aMacroIsTakenBackByItsLineAndTheWordsStay() {
        var orders = List.of(Order.of(Deed.ACCEPT), Order.of(Deed.REPLY).saying("已收到，马上看"));
        var name = "收到" + number;
        macros.save(new Macro(0, team.id(), name, orders, true), zhou, clock.instant());
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            page.locator("[hx-get$='/macros/new']").click();
            page.locator("#dock .macros li:has-text('" + name + "') button").click();
            assertThat(page.locator("#top .mark.is-working")).isVisible();
            assertThat(page.locator("#talk .step + .say")).containsText("已收到，马上看");
            assertThat(page.locator(".toast button")).isVisible();
            page.keyboard().press("z");
            assertThat(page.locator("#top .mark.is-waiting")).isVisible();
            assertThat(page.locator(".toast")).containsText("回复收不回来");
            assertThat(page.locator("#talk .say").getByText("已收到，马上看")).isVisible();
        }
    }

    @Test
    void theKeyStillWorksWhenTheLineHasGone() {
        tickets.accept(number, null, zhou, clock.instant());
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            assertThat(page.locator(".toast")).hasCount(0);
            page.keyboard().press("z");
            assertThat(page.locator("#top .mark.is-waiting")).isVisible();
        }
    }

    @Test
    void theChildrenComeBackWithTheirParent() {
        long child = open("也拨不进来");
        tickets.accept(number, null, zhou, clock.instant());
        links.add(child, Relation.CHILD_OF, number, zhou, clock.instant());
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            solve(page);
            assertThat(page.locator("#top .mark.is-resolved")).isVisible();
            assertThat(tickets.find(child, zhou).stage()).isInstanceOf(Stage.Resolved.class);
            page.keyboard().press("z");
            assertThat(page.locator("#top .mark.is-working")).isVisible();
            assertThat(page.locator(".toast")).containsText(Long.toString(child));
        }
        assertThat(tickets.find(child, zhou).stage()).isInstanceOf(Stage.Waiting.class);
    }

    @Test
    void aSolutionThatComesWithAcceptingIsSaidOnce() {
        tickets.resolve(number, null, Outcome.FIXED, Cause.NETWORK, "换了一根网线", null, zhou, clock.instant());
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            assertThat(page.locator("#talk .step")).hasCount(2);
            assertThat(page.locator("#talk .step").getByText("换了一根网线")).hasCount(1);
        }
    }

    private static void solve(Page page) {
        page.keyboard().press("e");
        page.locator("#dock [name=solution]").fill("重启了网关");
        page.locator("#dock [name=cause]").selectOption("network");
        page.keyboard().press("Control+Enter");
    }
}

package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.qiao.Browser;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each link of an act, opened in a tab of its own or before htmx had come, is the ticket with the act's form where one writes. */
class DeskTabTest extends DeskStory {
    @Test
    void everyActThatAsksForMoreIsAWholePageInATabOfItsOwn() {
        tickets.accept(number, null, zhou, clock.instant());
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            var links = links(page);
            assertThat(links).hasSizeGreaterThan(9);
            for (var link : links) {
                reader.open(link);
                assertThat(page.locator("#dock .act")).isVisible();
                assertThat(page.locator("nav.side")).isVisible();
                assertThat(page.locator("#top .title"))
                        .hasText(tickets.find(number, zhou).matter().title());
            }
            reader.open("/tickets/" + number + "/hold/new").isAccessible().fits();
            page.locator("#dock [name=reason]").fill("等供应商回话");
            page.locator("#dock .is-primary").click();
            assertThat(page.locator("#top .mark.is-hold")).isVisible();
            page.waitForURL("**/tickets/" + number);
        }
    }

    @Test
    void withoutScriptsAFieldThatBothChangedIsAskedAboutOnThePageOfTheTicket() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.page();
            page.route("**/js/**", route -> route.abort());
            page.route("**/htmx*", route -> route.abort());
            reader.cuttable();
            page.navigate("/tickets/" + number + "/edit");
            page.evaluate("document.querySelector('#dock [name=\"was.title\"]').value = '先前的标题'");
            page.locator("#dock [name=title]").fill("另一个标题");
            page.locator("#dock .is-primary").click();
            assertThat(page.locator("#dock .clash")).containsText("另一个标题");
            assertThat(page.locator("nav.side")).isVisible();
        }
    }

    @Test
    void whoAskedForItIsLedToTheirOwnPage() {
        tickets.accept(number, null, zhou, clock.instant());
        tickets.resolve(number, null, Outcome.FIXED, Cause.NETWORK, "换了线", null, zhou, clock.instant());
        try (var phone = signedIn(zheng, Browser.phone(http.root()))) {
            phone.open("/tickets/" + number + "/reopening/new").isAccessible().fits();
            assertThat(phone.page().locator("#dock .act")).isVisible();
            assertThat(phone.page().locator("#way")).isVisible();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page page) {
        return (List<String>)
                page.evaluate(
                        "[...new Set([...document.querySelectorAll('a[hx-target=\"#dock\"]')].map(a => a.getAttribute('href')))]");
    }
}

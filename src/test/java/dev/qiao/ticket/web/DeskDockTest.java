package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.qiao.Browser;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import dev.qiao.ticket.macro.Macro;
import dev.qiao.ticket.macro.Macros;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where one writes, acts ask for more; each of them is put away again, and what was being written is there as it was. */
class DeskDockTest extends DeskStory {
    @Autowired
    Macros macros;

    @BeforeEach
    void aMacro() {
        var orders = List.of(Order.of(Deed.NOTE).saying("看过了"));
        macros.save(new Macro(0, team.id(), "看过", orders, true), zhou, clock.instant());
    }

    @Test
    void everyActIsPutAwayByItsKeyAndByItsLink() {
        tickets.accept(number, null, zhou, clock.instant());
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = written(reader);
            var openers = openers(page);
            assertThat(openers).hasSizeGreaterThan(10).anyMatch(o -> o.endsWith("/macros/new"));
            for (var opener : openers) isPutAway(page, opener);
        }
    }

    @Test
    void reopeningIsPutAwayToo() {
        tickets.accept(number, null, zhou, clock.instant());
        tickets.resolve(number, null, Outcome.FIXED, Cause.NETWORK, "换了线", null, zhou, clock.instant());
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = written(reader);
            assertThat(openers(page)).anyMatch(o -> o.endsWith("/reopening/new"));
            isPutAway(page, "/tickets/" + number + "/reopening/new");
        }
    }

    @Test
    void whatWasTypedIntoAnActThatWasPutAwayIsThereWhenItIsOpenedAgain() {
        tickets.accept(number, null, zhou, clock.instant());
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = written(reader);
            page.keyboard().press("e");
            page.locator("#dock [name=solution]").fill("换了网线");
            page.keyboard().press("Escape");
            assertThat(text(page)).hasValue("写到一半");
            page.keyboard().press("e");
            assertThat(page.locator("#dock [name=solution]")).hasValue("换了网线");
        }
    }

    @Test
    void inThePeekTheActIsPutAwayFirstAndThenThePeek() {
        tickets.accept(number, null, zhou, clock.instant());
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets").page();
            var title = page.title();
            page.locator(".queue .go[href$='/tickets/" + number + "']").click();
            assertThat(page.locator("#peek #text")).isVisible();
            page.keyboard().press("h");
            assertThat(page.locator("#peek [name=reason]")).isFocused();
            page.keyboard().press("Escape");
            assertThat(page.locator("#peek #text")).isVisible();
            assertThat(page.title()).isEqualTo(title);
            page.keyboard().press("Escape");
            assertThat(page.locator("#peek")).isHidden();
        }
    }

    private Page written(Browser reader) {
        var page = reader.open("/tickets/" + number).page();
        text(page).fill("写到一半");
        text(page).press("Escape");
        return page;
    }

    @SuppressWarnings("unchecked")
    private static List<String> openers(Page page) {
        return (List<String>)
                page.evaluate(
                        "[...new Set([...document.querySelectorAll('[hx-target=\"#dock\"]')].map(e => e.getAttribute('hx-get')))]");
    }

    private void isPutAway(Page page, String opener) {
        var link = page.locator("[hx-get='" + opener + "']").first();
        link.press("Enter");
        assertThat(page.locator("#dock .act")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#dock .act")).hasCount(0);
        assertThat(text(page)).hasValue("写到一半");
        assertThat(link).isFocused();
        link.press("Enter");
        page.locator("#dock .act [data-key=Escape]").click();
        assertThat(page.locator("#dock .act")).hasCount(0);
        assertThat(text(page)).hasValue("写到一半");
    }

    private static Locator text(Page page) {
        return page.locator("#text");
    }
}

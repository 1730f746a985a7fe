package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import dev.qiao.Browser;
import dev.qiao.Line;
import dev.qiao.people.draft.Drafts;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing typed is lost: not by another page, another device, or a network that drops in the middle of a word. */
class DeskDraftsTest extends DeskStory {
    @Autowired
    Drafts drafts;

    @Test
    void aReplyIsGoneOnWithOnAnotherDeviceAndIsGoneWhenSent() {
        try (var desk = signedIn(zhou, Browser.desktop(http.root()));
                var phone = signedIn(zhou, Browser.phone(http.root()))) {
            desk.open(path()).page().locator("#text").fill("先看路由，再看分流表");
            assertThat(saved(desk)).containsText("草稿已存");
            phone.open(path());
            assertThat(phone.page().locator("#text")).hasValue("先看路由，再看分流表");
            assertThat(saved(phone)).containsText("草稿已存");
            phone.page().locator("#text").press("Control+Enter");
            assertThat(phone.page().locator("#talk .say").getByText("先看路由，再看分流表"))
                    .isVisible();
            assertThat(phone.page().locator("#text")).hasValue("");
            phone.open(path());
            assertThat(phone.page().locator("#text")).hasValue("");
        }
        assertThat(drafts.of(List.of("ticket-" + number + ".public"), zhou)).isEmpty();
    }

    @Test
    void whatIsTypedWhileTheLineIsCutIsSavedWhenItIsBack() throws Exception {
        try (var line = new Line(http.root());
                var desk = signedIn(zhou, Browser.desktop(line.root()).cuttable());
                var phone = signedIn(zhou, Browser.phone(http.root()))) {
            desk.open(path());
            line.cut();
            desk.page().locator("#text").fill("隧道里写的");
            assertThat(saved(desk)).containsText("草稿只存在本机");
            line.mend();
            assertThat(saved(desk)).containsText("草稿已存", new ContainsTextOptions().setTimeout(20_000));
            phone.open(path());
            assertThat(phone.page().locator("#text")).hasValue("隧道里写的");
        }
    }

    @Test
    void whatWasWrittenInTwoPlacesIsThereTwice() {
        try (var desk = signedIn(zhou, Browser.desktop(http.root()));
                var phone = signedIn(zhou, Browser.phone(http.root()))) {
            desk.open(path());
            phone.open(path()).page().locator("#text").fill("手机上写的");
            assertThat(saved(phone)).containsText("草稿已存");
            desk.page().locator("#text").fill("电脑上写的");
            assertThat(saved(desk)).containsText("另一台设备上还写了一份");
            desk.shot("draft-two");
            saved(desk).locator("button").click();
            assertThat(desk.page().locator("#text")).hasValue("手机上写的");
            saved(desk).locator("button").click();
            assertThat(desk.page().locator("#text")).hasValue("电脑上写的");
        }
    }

    @Test
    void whatIsTypedWhileAReplyIsOnItsWayStays() {
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open(path()).page();
            var held = new AtomicReference<Route>();
            page.route("**/comments", held::set);
            audience(page, "internal");
            page.locator("#text").fill("先记一句");
            page.locator("#text").press("Control+Enter");
            page.waitForCondition(() -> held.get() != null);
            page.locator("#text").pressSequentially("再补一句");
            held.get().resume();
            assertThat(page.locator("#talk .say").getByText("先记一句")).isVisible();
            assertThat(page.locator("#text")).hasValue("再补一句");
            assertThat(page.locator("[name=audience][value=internal]")).isChecked();
            assertThat(saved(desk)).containsText("草稿已存");
            desk.open(path());
            assertThat(page.locator("#text")).hasValue("");
            assertThat(page.locator("label.has-draft")).hasAttribute("title", "这里有一份没发的草稿");
            desk.isAccessible().shot("draft-on-tab");
            audience(page, "internal");
            assertThat(page.locator("#text")).hasValue("再补一句");
            assertThat(saved(desk)).containsText("草稿已存");
            assertThat(page.locator("label.has-draft")).hasCount(0);
        }
    }

    @Test
    void aHalfFilledFormComesBackWithWhatWasChosen() {
        tickets.accept(number, null, zhou, clock.instant());
        try (var desk = signedIn(zhou, Browser.desktop(http.root()));
                var phone = signedIn(zhou, Browser.phone(http.root()))) {
            var page = desk.open(path()).page();
            page.keyboard().press("h");
            page.locator("#dock [name=reason]").fill("等供应商报价");
            page.locator("#dock [name=for]").selectOption("supplier");
            assertThat(page.locator("#dock .saved")).containsText("草稿已存");
            desk.isAccessible();
            phone.open(path()).page().locator("a[href$='/hold/new']").click();
            assertThat(phone.page().locator("#dock [name=reason]")).hasValue("等供应商报价");
            assertThat(phone.page().locator("#dock [name=for]")).hasValue("supplier");
        }
    }

    @Test
    void aNewTicketIsGoneOnWith() {
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            desk.open("/tickets/new").page().locator("[name=title]").fill("会议室电视没有声音");
            desk.page().locator("[name=kind]").selectOption("request");
            assertThat(saved(desk)).containsText("草稿已存");
        }
        try (var other = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = other.open("/tickets/new").page();
            assertThat(page.locator("[name=title]")).hasValue("会议室电视没有声音");
            assertThat(page.locator("[name=kind]")).hasValue("request");
            page.locator(".form .is-primary").click();
            page.waitForURL(url -> url.matches(".*/tickets/\\d+"));
            other.open("/tickets/new");
            assertThat(page.locator("[name=title]")).hasValue("");
        }
    }

    private String path() {
        return "/tickets/" + number;
    }

    private static Locator saved(Browser browser) {
        return browser.page().locator(".saved");
    }
}

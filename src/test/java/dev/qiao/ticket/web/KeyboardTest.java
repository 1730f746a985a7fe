package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.qiao.Browser;
import dev.qiao.base.Me;
import dev.qiao.journal.Audience;
import dev.qiao.people.Crowd;
import dev.qiao.ticket.Stage;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hours at the desk without the mouse being missed: nothing here is clicked. */
class KeyboardTest extends DeskStory {
    private long second;

    @BeforeEach
    void anotherThatWaits() {
        second = open("考勤机不认指纹");
    }

    @Test
    void aTicketIsFoundTakenAnsweredAndSolvedByKeysAlone() {
        try (var reader = signedInByKeys(zhou)) {
            var page = reader.page();
            keys(page, "g", "t");
            page.waitForURL("**/tickets");
            reader.settled();
            keys(page, "j", "j", "k", "Enter");
            assertThat(page.locator("#peek")).isVisible();
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.matches(".*/tickets/\\d+"));
            long taken = Long.parseLong(page.url().replaceAll(".*/", ""));
            reader.settled();
            page.keyboard().press("a");
            assertThat(page.locator("#top .mark.is-working")).isVisible();
            page.keyboard().press("i");
            page.keyboard().type("接口松了");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#talk .say.is-inside").getByText("接口松了")).isVisible();
            page.keyboard().press("Escape");
            page.keyboard().press("r");
            page.keyboard().type("插紧了，请再看看");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#talk .say").getByText("插紧了，请再看看")).isVisible();
            page.keyboard().press("Escape");
            solve(page);
            assertThat(page.locator("#top .mark.is-resolved")).isVisible();
            assertThat(tickets.find(taken, zhou).stage()).isInstanceOf(Stage.Resolved.class);
            assertThat(conversation.of(tickets.find(taken, zheng), zheng, 0, 10))
                    .hasSize(1)
                    .allMatch(comment -> comment.audience() == Audience.PUBLIC);
        }
    }

    private void solve(Page page) {
        page.keyboard().press("e");
        page.locator("#dock [name=solution]").waitFor();
        assertThat(page.locator("#dock [name=solution]")).isFocused();
        page.keyboard().type("重新插紧了线");
        keys(page, "Tab", "Tab");
        assertThat(page.locator("#dock [name=cause]")).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Control+Enter");
    }

    @Test
    void thePaletteFindsTicketsActsPeopleAndPages() {
        try (var reader = signedInByKeys(zhou)) {
            var page = reader.open("/tickets/" + number).page();
            reader.settled();
            page.keyboard().press("Control+k");
            assertThat(page.locator(".palette [role=option]").first()).isVisible();
            reader.isAccessible().fits().shot("palette");
            page.keyboard().type("受理");
            assertThat(page.locator(".palette [role=option][aria-selected=true]"))
                    .containsText("受理");
            page.keyboard().press("Enter");
            assertThat(page.locator("#top .mark.is-working")).isVisible();
            type(page, Long.toString(second));
            assertThat(page.locator(".palette [aria-selected=true]")).containsText("考勤机不认指纹");
            page.keyboard().press("Enter");
            page.waitForURL("**/tickets/" + second);
            reader.settled();
            type(page, "拨入");
            assertThat(page.locator(".palette [href='/tickets/" + number + "']"))
                    .isVisible();
            page.keyboard().press("Escape");
            type(page, String.valueOf(zhou.login()));
            assertThat(page.locator(".palette [href='/tickets?assignee=" + zhou.login() + "']"))
                    .isVisible();
            page.keyboard().press("Escape");
            type(page, "/inbox");
            page.keyboard().press("Enter");
            page.waitForURL("**/inbox");
        }
        assertThat(tickets.find(number, zhou).stage()).isInstanceOf(Stage.Working.class);
    }

    @Test
    void thePaletteShowsNothingThatOnesPagesWouldNot() {
        var stranger = cast.join(cast.team(null), cast.hire("engineer"));
        var asked = entered(stranger);
        assertThat(asked.get("/palette?q=" + number).expect(200).text()).doesNotContain("VPN拨入");
        assertThat(asked.get("/palette?q=").expect(200).text())
                .contains("href=\"/tickets\"")
                .doesNotContain("/settings", "/people");
    }

    @Test
    void theSheetNamesTheKeysAndKeysRestWhileAnInputMethodComposes() {
        try (var reader = signedInByKeys(zhou)) {
            var page = reader.open("/tickets/" + number).page();
            reader.settled();
            page.evaluate(
                    "document.body.dispatchEvent(new KeyboardEvent('keydown', {code: 'KeyA', key: 'a', isComposing: true, bubbles: true}))");
            page.keyboard().press("Shift+Slash");
            assertThat(page.locator(".key-sheet")).isVisible();
            assertThat(page.locator(".key-sheet dd").getByText("写内部备注")).isVisible();
            reader.isAccessible().fits().shot("keys");
            page.keyboard().press("a");
            page.keyboard().press("Escape");
            assertThat(page.locator(".key-sheet")).hasCount(0);
        }
        assertThat(tickets.find(number, zhou).stage()).isInstanceOf(Stage.Waiting.class);
    }

    @Test
    void whoSwitchesSingleKeysOffIsLeftAlone() {
        try (var reader = signedInByKeys(zhou).with("keys", "off")) {
            var page = reader.open("/tickets/" + number).page();
            reader.settled();
            keys(page, "a", "Shift+Slash");
            page.keyboard().press("Control+k");
            assertThat(page.locator(".palette")).isVisible();
            assertThat(page.locator(".key-sheet")).hasCount(0);
        }
        assertThat(tickets.find(number, zhou).stage()).isInstanceOf(Stage.Waiting.class);
    }

    private static void type(Page page, String text) {
        page.keyboard().press("Control+k");
        page.locator(".palette input").waitFor();
        page.keyboard().type(text);
        page.waitForTimeout(600);
    }

    private static void keys(Page page, String... all) {
        for (var key : all) page.keyboard().press(key);
    }

    private Browser signedInByKeys(Me person) {
        var account = crowd.withPassword(people.find(person.id()).orElseThrow(), clock.instant());
        var reader = Browser.desktop(http.root());
        var page = reader.open("/signin").page();
        page.locator("[name=login]").focus();
        page.keyboard().type(Objects.requireNonNull(account.login()));
        page.keyboard().press("Tab");
        page.keyboard().type(Crowd.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/signin"));
        return reader.settled();
    }
}

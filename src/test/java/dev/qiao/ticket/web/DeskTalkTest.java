package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import dev.qiao.Browser;
import dev.qiao.Line;
import dev.qiao.journal.Audience;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Writing on a ticket: naming colleagues, handing in files, and doing so while the network comes and goes. */
class DeskTalkTest extends DeskStory {
    @Test
    void whatHappenedWhileTheLineWasCutIsShownWhenItIsBack() throws Exception {
        try (var line = new Line(http.root());
                var reader = signedIn(zhou, Browser.desktop(line.root()).cuttable())) {
            var page = reader.open("/tickets/" + number).page();
            page.locator("#text").fill("写到一半");
            line.cut();
            assertThat(page.locator("#offline")).isVisible();
            assertThat(page.locator("#offline")).containsText("网断了");
            reader.isAccessible().shot("desk-offline");
            conversation.say(number, "断网时说的话", Audience.PUBLIC, List.of(), zheng, clock.instant());
            line.mend();
            page.locator("#offline button").click();
            assertThat(page.locator("#offline")).isHidden();
            assertThat(page.locator("#talk .say").getByText("断网时说的话"))
                    .isVisible(new IsVisibleOptions().setTimeout(10_000));
            assertThat(page.locator("#text")).hasValue("写到一半");
        }
    }

    @Test
    void aColleagueIsNamedByTheFirstLettersAndTakesPart() {
        var colleague = people.find(cast.hire("engineer").id()).orElseThrow();
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            audience(page, "internal");
            page.locator("#text").pressSequentially("请看一下 @" + colleague.login());
            var offers = page.locator(".offers [role=option]");
            assertThat(offers.first()).hasAttribute("aria-selected", "true");
            reader.isAccessible();
            page.locator("#text").press("Escape");
            assertThat(page.locator(".offers")).isHidden();
            var login = Objects.requireNonNull(colleague.login());
            page.locator("#text").press("Backspace");
            page.locator("#text").pressSequentially(login.substring(login.length() - 1));
            assertThat(offers.first()).isVisible();
            assertThat(offers.first()).hasAttribute("data-login", login);
            page.locator("#text").press("Enter");
            assertThat(page.locator(".offers")).isHidden();
            assertThat(page.locator("#text")).hasValue("请看一下 @" + colleague.login() + " ");
            page.locator("#text").press("Control+Enter");
            assertThat(page.locator("#talk .say.is-inside")).containsText("@" + colleague.login());
        }
        assertThat(tickets.find(number, cast.me(colleague.id())).number()).isEqualTo(number);
    }

    @Test
    void aFileIsDroppedAScreenshotIsPastedAndBothGoWithTheWords() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            hand(page, "drop", "路由表.txt", "text/plain");
            assertThat(page.locator("#dock .file:has(input[name=file])")).hasCount(1);
            hand(page, "paste", "image.png", "image/png");
            assertThat(page.locator("#dock .file:has(input[name=file])")).hasCount(2);
            page.locator("#text").fill("两个附件");
            page.locator("#text").press("Control+Enter");
            var said = page.locator("#talk .say", new Page.LocatorOptions().setHasText("两个附件"));
            assertThat(said.locator("a.file")).hasCount(2);
            assertThat(said).containsText("路由表.txt");
            assertThat(said).containsText("screenshot-");
            assertThat(page.locator("#dock .file")).hasCount(0);
        }
        assertThat(conversation.files(List.of(number), zheng)).hasSize(2);
    }

    @Test
    void whatIsSentAgainBecauseItsAnswerWasLostStandsThereOnce() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()).cuttable())) {
            var page = reader.open("/tickets/" + number).page();
            page.route("**/comments", route -> {
                route.fetch();
                route.abort();
            });
            page.locator("#text").fill("正在处理，请稍等");
            page.locator("#text").press("Control+Enter");
            assertThat(page.locator("#toasts")).containsText("请再试一次");
            page.unroute("**/comments");
            assertThat(page.locator("#text")).hasValue("正在处理，请稍等");
            page.locator("#text").press("Control+Enter");
            assertThat(page.locator("#text")).hasValue("");
            page.locator("#text").fill("正在处理，请稍等");
            page.locator("#text").press("Control+Enter");
            assertThat(page.locator("#talk .say").getByText("正在处理，请稍等")).hasCount(2);
        }
        assertThat(conversation.of(tickets.find(number, zhou), zhou, 0, 10)).hasSize(2);
    }

    @Test
    void aFileThatIsTakenBackIsNotSent() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            hand(page, "drop", "别发.txt", "text/plain");
            page.locator("#dock [data-unattach]").click();
            page.locator("#text").fill("没有附件");
            page.locator("#text").press("Control+Enter");
            Locator said = page.locator("#talk .say", new Page.LocatorOptions().setHasText("没有附件"));
            assertThat(said).isVisible();
            assertThat(said.locator("a.file")).hasCount(0);
        }
    }

    /** What a browser does when a file is let go over the form or pasted into it. */
    private static void hand(Page page, String event, String name, String type) {
        page.evaluate("""
                ({ event, name, type }) => {
                    const files = new DataTransfer();
                    files.items.add(new File(['10.8.0.0/16'], name, { type }));
                    const made = event === 'paste'
                        ? new ClipboardEvent(event, { clipboardData: files, bubbles: true, cancelable: true })
                        : new DragEvent(event, { dataTransfer: files, bubbles: true, cancelable: true });
                    document.querySelector('#text').dispatchEvent(made);
                }
                """, Map.of("event", event, "name", name, "type", type));
    }
}

package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import dev.qiao.Browser;
import dev.qiao.people.draft.Drafts;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that go with words are never lost on the way: not by a line that breaks, a quick hand, another act or a page drawn anew. */
class DeskFilesTest extends DeskStory {
    private static final String UPLOADS = "**/attachments";

    @Autowired
    Drafts drafts;

    private static final String LEAVES = "dispatchEvent(new Event('beforeunload', { cancelable: true }))";

    @Test
    void aFileThatDidNotArriveStaysToBeTriedAgainAndNothingIsSentWithoutIt() {
        try (var desk = signedIn(zhou, Browser.desktop(http.root()).cuttable())) {
            var page = desk.open("/tickets/" + number).page();
            page.route(UPLOADS, Route::abort);
            choose(page);
            assertThat(page.locator("#dock .file.is-broken")).containsText("路由表.txt没传上");
            desk.isAccessible().fits().shot("desk-file-broke");
            assertThat(page.evaluate(LEAVES)).as("asks before it goes").isEqualTo(false);
            page.locator("#text").fill("见附件");
            page.locator("#text").press("Control+Enter");
            assertThat(page.locator("#toasts")).containsText("有文件没传上");
            assertThat(page.locator("#text")).hasValue("见附件");
            page.unroute(UPLOADS);
            page.locator("#dock .file").getByText("再试一次").click();
            assertThat(arrived(page)).hasCount(1);
            assertThat(page.evaluate(LEAVES)).isEqualTo(true);
            page.locator("#text").press("Control+Enter");
            assertThat(said(page, "见附件").locator("a.file")).hasCount(1);
        }
    }

    @Test
    void sendingWaitsForWhatIsStillBeingUploaded() {
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open("/tickets/" + number).page();
            var held = new AtomicReference<Route>();
            page.route(UPLOADS, held::set);
            choose(page);
            page.locator("#text").fill("见附件");
            page.locator("#text").press("Control+Enter");
            assertThat(page.locator("#toasts")).containsText("文件传完就发送");
            assertThat(said(page, "见附件")).hasCount(0);
            page.waitForCondition(() -> held.get() != null);
            held.get().resume();
            assertThat(said(page, "见附件").locator("a.file")).hasCount(1);
            assertThat(page.locator("#text")).hasValue("");
        }
    }

    @Test
    void filesOutliveAnActAndAReloadEachWithTheirAudience() {
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open("/tickets/" + number).page();
            audience(page, "internal");
            choose(page);
            assertThat(arrived(page)).hasCount(1);
            page.locator("#top .verbs").getByText("受理").click();
            assertThat(page.locator("#top .verbs [data-key=A]")).hasCount(0);
            assertThat(page.locator("#dock .is-primary")).containsText("存为内部备注");
            assertThat(arrived(page)).hasCount(1);
            assertThat(page.locator(".saved")).containsText("草稿已存");
            desk.open("/tickets/" + number);
            assertThat(arrived(page)).hasCount(0);
            audience(page, "internal");
            assertThat(arrived(page)).hasCount(1);
            assertThat(arrived(page)).containsText("路由表.txt");
            page.locator("#text").fill("见附件");
            page.locator("#text").press("Control+Enter");
            assertThat(said(page, "见附件").locator("a.file")).hasCount(1);
            assertThat(arrived(page)).hasCount(0);
        }
        assertThat(drafts.of(List.of("ticket-" + number + ".internal"), zhou)).isEmpty();
    }

    private static void choose(Page page) {
        page.locator(".composer input[type=file]")
                .setInputFiles(new FilePayload("路由表.txt", "text/plain", new byte[] {1, 2, 3}));
    }

    private static Locator arrived(Page page) {
        return page.locator("#dock .file:has(input[name=file])");
    }

    private static Locator said(Page page, String words) {
        return page.locator("#talk .say", new Page.LocatorOptions().setHasText(words));
    }
}

package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.qiao.Browser;
import dev.qiao.ticket.canned.Canned;
import dev.qiao.ticket.canned.Canneds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Words that are said again and again go into what one is writing, for whomever it is meant. */
class DeskCannedTest extends DeskStory {
    @Autowired
    Canneds canneds;

    private String name;

    @BeforeEach
    void wordsForEverybody() {
        name = "请补充" + number;
        canneds.save(
                new Canned(0, null, name, "{requester}，请补充{number}的截图", true), cast.hire("admin"), clock.instant());
    }

    @Test
    void aCannedReplyGoesWhereOneIsWritingAndIsFilledIn() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            text(page).fill("您好：谢谢");
            text(page).press("ArrowLeft");
            text(page).press("ArrowLeft");
            open(page);
            assertThat(page.locator("#canned [data-insert]").first()).isFocused();
            reader.isAccessible().fits().shot("canned");
            choose(page);
            assertThat(text(page)).hasValue("您好：" + filled() + "谢谢");
            assertThat(text(page)).isFocused();
            assertThat(page.locator("#canned")).isEmpty();
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#talk .say").getByText("您好：" + filled() + "谢谢"))
                    .isVisible();
        }
    }

    @Test
    void aNoteForColleaguesTakesItToo() {
        try (var reader = signedIn(zhou, Browser.phone(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            audience(page, "internal");
            open(page);
            reader.fits().shot("canned-phone");
            choose(page);
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#talk .say.is-inside").getByText(filled())).isVisible();
        }
    }

    @Test
    void escPutsTheListAwayAndLeavesTheWords() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            text(page).fill("写到一半");
            open(page);
            page.keyboard().press("Escape");
            assertThat(page.locator("#canned")).isEmpty();
            assertThat(text(page)).hasValue("写到一半");
            assertThat(text(page)).isFocused();
        }
    }

    @Test
    void whoMayOnlyUseThemSeesThemWhereTheyAreKept() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/canned").page();
            assertThat(page.locator("td").getByText(name)).isVisible();
            assertThat(page.locator("td a").getByText(name)).hasCount(0);
        }
        assertThat(canneds.known(zhou)).anyMatch(canned -> canned.name().equals(name));
    }

    private String filled() {
        return zheng.name() + "，请补充" + number + "的截图";
    }

    private static void open(Page page) {
        page.locator(".composer [hx-get$='/canned/new']").press("Enter");
        page.locator("#canned .canned").waitFor();
    }

    private void choose(Page page) {
        page.locator("#canned [data-insert]:has(b:text-is('" + name + "'))").press("Enter");
    }

    private static Locator text(Page page) {
        return page.locator("#text");
    }
}

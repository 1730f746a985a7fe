package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.qiao.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a list can be narrowed, shown, kept and taken away by: opened, used and put away without a mouse. */
class QueuePanelsTest extends DeskStory {
    @Test
    void eachPanelOpensByItsKeyTakesTheFocusAndGivesItBack() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets").page();
            for (var key : List.of("F", "V", "S", "O")) {
                page.keyboard().press(key.toLowerCase(java.util.Locale.ROOT));
                assertThat(open(page)).hasCount(1);
                assertThat(open(page).locator("[data-key=" + key + "]")).hasCount(1);
                assertThat(open(page).locator(".float :focus")).hasCount(1);
                page.keyboard().press("Escape");
                assertThat(open(page)).hasCount(0);
                assertThat(page.locator("summary[data-key=" + key + "]")).isFocused();
            }
        }
    }

    @Test
    void aConditionIsChosenByKeysAlone() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets").page();
            page.keyboard().press("f");
            assertThat(page.locator(".adder .float :focus")).hasCount(1);
            while (page.locator(".adder .check:focus").count() == 0) page.keyboard().press("Tab");
            page.keyboard().press("Space");
            page.keyboard().press("Control+Enter");
            page.waitForURL("**/tickets?*priority*");
        }
    }

    @Test
    void onePanelIsOpenAtATimeAndEscLeavesTheChosenRowsAlone() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets").page();
            page.locator("[data-pick]").first().click();
            page.locator("summary[data-key=F]").click();
            page.locator("summary[data-key=V]").click();
            assertThat(open(page)).hasCount(1);
            page.keyboard().press("Escape");
            assertThat(page.locator("[data-pick]").first()).isChecked();
            page.keyboard().press("Escape");
            assertThat(page.locator("[data-pick]").first()).not().isChecked();
        }
    }

    private static Locator open(Page page) {
        return page.locator(".adder[open]");
    }
}

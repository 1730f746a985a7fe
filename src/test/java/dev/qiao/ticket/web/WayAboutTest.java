package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.qiao.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How people find their way: on a phone, in large letters, and among what is administered. */
class WayAboutTest extends DeskStory {
    private static final String CUT = "[...document.querySelectorAll('.queue tbody .row > :is(.p, .num, .st)')]"
            + ".filter(cell => cell.checkVisibility() && cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent)";

    @Test
    void onPagesOfWhoAsksAPhoneShowsNoMoreTabsThanFit() {
        try (var phone = signedIn(zhou, Browser.phone(http.root()))) {
            for (var path : List.of("/my", "/catalogue")) {
                phone.open(path).isAccessible().fits();
                assertThat(phone.page().locator(".tabbar a").count()).isLessThanOrEqualTo(5);
            }
        }
    }

    @Test
    void anAdministratorReachesEveryPageFromAPhoneUnderItsHead() {
        try (var phone = signedIn(cast.hire("admin"), Browser.phone(http.root()))) {
            phone.open("/me").isAccessible().fits();
            var everywhere = phone.page().locator(".everywhere");
            assertThat(everywhere.locator("a[href='/priorities']")).isVisible();
            assertThat(everywhere.locator("h2").count()).isGreaterThan(3);
            phone.open("/priorities").isAccessible().fits();
        }
    }

    @Test
    void theBrandIsCalledWhatItShows() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var brand =
                    reader.open("/tickets").page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("桥"));
            assertThat(brand.first()).hasAttribute("href", "/");
        }
    }

    @Test
    void inTheLargestLettersNumbersStagesAndPrioritiesAreWhole() {
        for (var width : List.of(1280, 1680, 900)) {
            try (var reader = signedIn(zhou, Browser.sized(http.root(), width, 800))) {
                var page =
                        reader.with("size", "largest").open("/tickets").fits().page();
                assertThat((List<?>) page.evaluate(CUT)).as("at " + width).isEmpty();
            }
        }
    }

    @Test
    void whoMergesSeesWhichTicketTheNumberMeans() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            page.locator("a[href$='/merge/new']").first().click();
            page.locator("#dock [name=into]").fill(Long.toString(number + 1));
            assertThat(page.locator(".meant")).containsText("门禁卡在B座读不出来");
            reader.isAccessible().fits();
            page.locator("#dock [name=into]").fill("99999999");
            assertThat(page.locator(".meaning")).containsText("没有工单99999999");
        }
    }
}

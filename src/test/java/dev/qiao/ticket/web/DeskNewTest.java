package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.qiao.Browser;
import dev.qiao.base.Me;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.link.Links;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody is on the phone: who they are is found by their name, and what is known already shows while one writes. */
class DeskNewTest extends DeskStory {
    @Autowired
    Links links;

    @Test
    void whoAsksIsFoundByNameLoginOrOrganization() {
        var company = cast.organization(false);
        var asking = cast.hire("requester", company);
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/new").page();
            for (var typed : new String[] {company.name(), Objects.requireNonNull(asking.login()), asking.name()}) {
                who(page).fill("");
                who(page).pressSequentially(typed);
                assertThat(page.locator(".offers [aria-selected=true]")).containsText(asking.name());
                assertThat(page.locator(".offers [aria-selected=true]")).containsText(company.name());
            }
            reader.isAccessible().fits().shot("new-who");
            who(page).press("Enter");
            assertThat(page.locator(".offers")).isHidden();
            assertThat(who(page)).hasValue(asking.name() + "（" + asking.login() + "）");
            assertThat(tickets.find(opened(page, "打印机卡纸"), zhou).matter().requester())
                    .isEqualTo(asking.id());
        }
    }

    @Test
    void aLoginOrAWholeNameTypedOutWillDo() {
        for (var typed : new String[] {Objects.requireNonNull(zheng.login()), zheng.name()}) {
            try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
                var page = reader.open("/tickets/new").page();
                who(page).fill(typed);
                assertThat(tickets.find(opened(page, "显示器不亮"), zhou).matter().requester())
                        .isEqualTo(zheng.id());
            }
        }
    }

    @Test
    void whomNobodyKnowsIsSaidAndNothingIsLost() {
        try (var reader = signedIn(zhou, Browser.phone(http.root()))) {
            var page = reader.open("/tickets/new").page();
            who(page).fill("没有这个人");
            page.locator("#title").fill("键盘没有反应");
            page.locator(".form .is-primary").click();
            assertThat(page.locator("#requesterLogin-wrong, .wrong").first()).containsText("没有这个人");
            assertThat(page.locator("#title")).hasValue("键盘没有反应");
            reader.fits().shot("new-phone");
        }
    }

    @Test
    void onlyWhoWorksHereFindsEverybody() {
        assertThat(naming(zhou, zheng.name())).contains(zheng.login());
        assertThat(http.as(cast.token(zheng))
                        .get("/people/naming?q=" + zhou.login())
                        .status())
                .isNotEqualTo(200);
    }

    private String naming(Me reader, String name) {
        try (var browser = signedIn(reader, Browser.desktop(http.root()))) {
            browser.open("/tickets/new");
            return String.valueOf(browser.page()
                    .evaluate("q => fetch('/people/naming?q=' + encodeURIComponent(q)).then(a => a.text())", name));
        }
    }

    @Test
    void whatIsOpenAlreadyShowsUnderTheTitleAndNothingMoves() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/new").page();
            double before = top(page.locator("#description"));
            page.locator("#title").fill("VPN拨入后打不开CRM");
            var near = page.locator("#similar-new a[href='/tickets/" + number + "']");
            assertThat(near).isVisible();
            reader.isAccessible().fits().shot("new-similar");
            assertThat(top(near)).isLessThan(before).isGreaterThan(top(page.locator("#title")));
            assertThat(top(page.locator("#description"))).isEqualTo(before);
        }
    }

    @Test
    void whatComesBackAfterItWasClosedForGoodBeginsAnewLinkedToIt() {
        var now = clock.instant();
        tickets.resolve(number, null, Outcome.FIXED, Cause.NETWORK, "换了网关", null, zhou, now);
        tickets.close(number, null, zheng, now);
        clock.advance(Duration.ofDays(15));
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/" + number).page();
            page.locator(".verbs a[href='/tickets/new?after=" + number + "']").click();
            assertThat(page.locator(".form #title")).hasValue("VPN拨入后打不开CRM，七人受影响");
            reader.settled().isAccessible().fits().shot("new-after");
            long fresh = opened(page, "VPN又打不开CRM了");
            assertThat(tickets.find(fresh, zhou).matter().requester()).isEqualTo(zheng.id());
            assertThat(links.of(tickets.find(fresh, zhou), zhou))
                    .extracting(link -> link.other().number())
                    .containsExactly(number);
        }
    }

    @Test
    void aTickLeavesItsBoxWhereItStands() {
        try (var reader = signedIn(cast.hire("admin"), Browser.desktop(http.root()))) {
            var page = reader.open("/roles/new").page();
            var box = page.locator(".check").first();
            double before = top(box);
            box.check();
            assertThat(top(box)).isEqualTo(before);
        }
    }

    @Test
    void anActOpenedInAPageOfItsOwnIsAPage() {
        tickets.accept(number, null, zhou, clock.instant());
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            for (var act : new String[] {"edit", "hold/new", "merge/new", "checklist/new", "macros/new"}) {
                var page = reader.open("/tickets/" + number + "/" + act).page();
                assertThat(page.locator(".side")).isVisible();
                reader.isAccessible().fits();
            }
            var page = reader.open("/tickets/" + number + "/hold/new").page();
            page.locator("[name=reason]").fill("等备件");
            reader.shot("act-apart");
            page.keyboard().press("Control+Enter");
            page.waitForURL("**/tickets/" + number);
            assertThat(page.locator("#top .mark.is-hold")).isVisible();
        }
    }

    private static Locator who(Page page) {
        return page.locator("#requesterLogin");
    }

    private static double top(Locator element) {
        return element.boundingBox().y;
    }

    private static long opened(Page page, String title) {
        page.locator("#title").fill(title);
        page.locator(".form .is-primary").click();
        page.waitForURL(url -> url.matches(".*/tickets/\\d+"));
        return Long.parseLong(page.url().replaceAll(".*/", ""));
    }
}

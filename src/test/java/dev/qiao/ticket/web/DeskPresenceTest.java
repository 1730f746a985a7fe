package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.qiao.Browser;
import dev.qiao.base.Me;
import dev.qiao.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people at one ticket know of each other before they do the same thing twice. */
class DeskPresenceTest extends DeskStory {
    Me lin;

    @BeforeEach
    void aColleague() {
        lin = cast.join(team, cast.hire("engineer"));
    }

    @Test
    void whoReadsAndWhoWritesIsSeenByTheOtherUntilTheyLeave() {
        try (var one = signedIn(zhou, Browser.desktop(http.root()));
                var other = signedIn(lin, Browser.desktop(http.root()))) {
            one.open("/tickets/" + number);
            other.open("/tickets/" + number);
            assertThat(here(one)).containsText(name(lin) + "在看");
            assertThat(here(other)).containsText(name(zhou) + "在看");
            other.page().locator("#text").pressSequentially("线路");
            assertThat(here(one)).containsText(name(lin) + "正在写");
            one.isAccessible().fits().shot("desk-presence");
            other.open("/tickets");
            assertThat(here(one)).not().containsText(name(lin));
        }
    }

    @Test
    void theQueueShowsWhoIsAtWhichTicket() {
        try (var one = signedIn(zhou, Browser.desktop(http.root()));
                var other = signedIn(lin, Browser.desktop(http.root()))) {
            one.open("/tickets");
            var row = one.page().locator("#here-" + number);
            other.open("/tickets").page().locator("#t" + number + " .go").click();
            assertThat(row.locator(".av")).hasCount(1);
            assertThat(row).containsText(name(lin) + "在看");
            one.isAccessible().fits().shot("queue-presence");
            one.open("/tickets");
            assertThat(row).containsText(name(lin) + "在看");
            other.page().keyboard().press("Escape");
            assertThat(row.locator(".av")).hasCount(0);
        }
    }

    @Test
    void whomWeServeReadsAndIsToldOfNobody() {
        try (var one = signedIn(zhou, Browser.desktop(http.root()));
                var user = signedIn(zheng, Browser.phone(http.root()))) {
            one.open("/tickets/" + number);
            user.open("/my/" + number);
            assertThat(here(one)).containsText(name(zheng) + "在看");
            user.page().locator("#text").pressSequentially("还是不行");
            assertThat(user.page().locator(".saved")).containsText("草稿已存");
            assertThat(here(one)).containsText(name(zheng) + "在看");
            assertThat(user.page().locator("body")).not().containsText(name(zhou));
        }
    }

    private String name(Me person) {
        return people.find(person.id()).map(Person::name).orElseThrow();
    }

    private static Locator here(Browser browser) {
        return browser.page().locator("#here");
    }
}

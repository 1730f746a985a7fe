package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.followup.FollowUps;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The dates of open work as a month, as a week, and as a list on a phone. */
class DatesTest extends DeskStory {
    @Autowired
    FollowUps followUps;

    @Test
    void whatComesBackStandsOnItsDayOnEveryScreen() {
        tickets.hold(
                number, null, HoldFor.SUPPLIER, "等配件", clock.instant().plus(Duration.ofDays(1)), zhou, clock.instant());
        for (var span : List.of("month", "week")) {
            for (var screen :
                    List.of(Browser.desktop(http.root()), Browser.dark(http.root()), Browser.phone(http.root()))) {
                try (var reader = signedIn(zhou, screen)) {
                    var page = reader.open("/tickets/calendar?span=" + span + "&team=" + team.id())
                            .page();
                    assertThat(page.locator(".dates a[href='/tickets/" + number + "']")
                                    .first())
                            .isVisible();
                    reader.isAccessible().fits();
                }
            }
        }
    }

    @Test
    void whatOneWantsToLookAtAgainStandsThereAndTheRestOfADayIsInItsWeek() {
        var day = clock.nextMonday().plus(Duration.ofDays(1));
        for (int i = 0; i < 6; i++) {
            followUps.set(open("回看 " + i), day.plus(Duration.ofMinutes(i)), null, zhou, clock.instant());
        }
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/calendar?team=" + team.id()).page();
            var tuesday = page.locator(".dates-days > li:has(time[datetime='"
                    + day.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate() + "'])");
            assertThat(tuesday.locator("a[title=我要回看]")).hasCount(3);
            tuesday.getByText("还有3张").click();
            assertThat(page.locator(".dates li li a[title=我要回看]")).hasCount(6);
            reader.settled().isAccessible().fits().shot("dates-week");
        }
    }

    @Test
    void whatTheListLeavesOutIsNotInItsCalendarEither() {
        var then = clock.instant().plus(Duration.ofHours(1));
        long done = open("回看已办好的");
        followUps.set(number, then, null, zhou, clock.instant());
        followUps.set(done, then, null, zhou, clock.instant());
        tickets.accept(done, null, zhou, clock.instant());
        tickets.resolve(done, null, Outcome.FIXED, Cause.SOFTWARE, "好了", null, zhou, clock.instant());
        var visible = Map.of(
                "",
                true,
                "?view=all",
                true,
                "?team=" + team.id(),
                true,
                "?q=CRM",
                true,
                "?q=nonsense",
                false,
                "?priority=urgent",
                false,
                "?stage=closed",
                false,
                "?view=resolved",
                false);
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            visible.forEach((list, shown) -> {
                var page = reader.open("/tickets/calendar" + list).page();
                var mine = page.locator(".dates a[title=我要回看]");
                assertThat(mine).hasCount(shown ? 1 : 0);
                if (shown) assertThat(mine).hasAttribute("href", "/tickets/" + number);
            });
        }
    }

    @Test
    void anOldAddressShowsTodayAndWhileOneWritesTheSameIsTold() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/calendar?day=nonsense&colour=red").page();
            assertThat(page.locator(".dates .is-today")).hasCount(1);
            reader.open("/tickets/new");
            page.locator("#title").pressSequentially("VPN拨入后打不开CRM");
            assertThat(page.locator("#similar-new a[href='/tickets/" + number + "']"))
                    .isVisible();
        }
    }
}

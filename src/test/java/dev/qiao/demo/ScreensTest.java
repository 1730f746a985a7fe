package dev.qiao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.qiao.Browser;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Workers;
import dev.qiao.demo.Life.Doors;
import dev.qiao.dispatch.Dispatch;
import dev.qiao.feedback.Ratings;
import dev.qiao.feedback.call.Calls;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The pictures of the README, taken of the last weeks of the made-up company. It founds a company in the desk of the test run, so it
 * runs alone: {@code mvn test -Dtest=ScreensTest -Dqiao.shots=docs/images}.
 */
@QiaoTest
@EnabledIfSystemProperty(named = "qiao.shots", matches = ".+")
class ScreensTest {
    private static final Instant PRESENT = Instant.parse("2026-03-04T02:42:00Z");
    private static final int TICKETS = 250;

    @Autowired
    Founding founding;

    @Autowired
    Habits habits;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Ratings ratings;

    @Autowired
    Calls calls;

    @Autowired
    People people;

    @Autowired
    Crowd crowd;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @BeforeEach
    void theCompanyAtWork() {
        clock.set(PRESENT);
        var company = Company.read();
        founding.found(company, PRESENT.minus(Duration.ofDays(370)));
        var cast = founding.cast(company);
        var story = Story.read();
        var doors = new Doors(tickets, conversation, dispatch, ratings, calls);
        var starts = Year.ending(PRESENT, 20_437).starts();
        for (var start : starts.subList(starts.size() - TICKETS, starts.size())) {
            new Life(doors, cast, story, new SplittableRandom(start.seed()), start, PRESENT).live();
        }
        habits.present(PRESENT);
        workers.crank(PRESENT);
    }

    @Test
    void theMainPagesAreAsTheReadmeShowsThem() {
        String ticket;
        try (var lead = signedIn("xuming", Browser.desktop(http.root()))) {
            lead.open("/").isAccessible().fits().shot("workbench");
            var page = lead.open("/tickets").page();
            ticket = page.locator(".queue .row:has(.is-working) .go").nth(2).getAttribute("href");
            page.locator(".queue .go").nth(2).click();
            page.locator("#peek .title").waitFor();
            lead.isAccessible().fits().shot("queue");
            lead.open(ticket).isAccessible().fits().shot("ticket");
        }
        try (var manager = signedIn("qiyuan", Browser.desktop(http.root()))) {
            manager.open("/targets").isAccessible().fits().shot("targets");
        }
        try (var lead = signedIn("xuming", Browser.dark(http.root()))) {
            lead.open(ticket).isAccessible().shot("ticket-dark");
        }
        try (var lead = signedIn("xuming", Browser.phone(http.root()))) {
            lead.open(ticket).isAccessible().fits().shot("ticket-phone");
        }
        try (var user = signedIn("linyue", Browser.phone(http.root()))) {
            report(user.open("/").page());
            user.open("/").isAccessible().fits().shot("help-phone");
        }
        assertThat(ticket).startsWith("/tickets/");
    }

    private static void report(Page page) {
        page.locator(".ask textarea").fill("VPN拨入后打不开CRM，组里七个人都这样");
        page.locator(".ask .is-primary").click();
        page.waitForURL("**/my/*");
    }

    private Browser signedIn(String login, Browser browser) {
        crowd.withPassword(people.byLogin(login).orElseThrow(), PRESENT);
        return browser.signIn(login, Crowd.PASSWORD);
    }
}

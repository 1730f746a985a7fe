package dev.qiao.ticket.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** An engineer's desk with two tickets that wait, and a browser for each person. */
@QiaoTest
abstract class DeskStory {
    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    /** Who has a password: a new one would end their sessions elsewhere. */
    private final Set<Long> known = new HashSet<>();

    Team team;
    Me zheng;
    Me zhou;
    long number;

    @BeforeEach
    void aTicketThatWaits() {
        cast.hire("admin");
        team = cast.team(null);
        zheng = cast.hire("requester");
        zhou = cast.join(team, cast.hire("engineer"));
        number = open("VPN拨入后打不开CRM，七人受影响");
        open("门禁卡在B座读不出来");
    }

    long open(String title) {
        long opened = tickets.open(Draft.titled(title, zheng, Source.PHONE), clock.instant())
                .number();
        tickets.assign(opened, null, team.id(), null, null, cast.hire("manager"), clock.instant());
        return opened;
    }

    static void audience(Page page, String code) {
        page.locator(".composer label:has([value=" + code + "])").click();
    }

    static LocatorAssertions.IsVisibleOptions within(double milliseconds) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(milliseconds);
    }

    /** The same without a browser. */
    Http entered(Me person) {
        var account = people.find(person.id()).orElseThrow();
        if (known.add(person.id())) crowd.withPassword(account, clock.instant());
        var asked = http.browser();
        asked.signIn(Objects.requireNonNull(account.login()), Crowd.PASSWORD).expect(303);
        return asked;
    }

    Browser signedIn(Me person, Browser browser) {
        var account = people.find(person.id()).orElseThrow();
        if (known.add(person.id())) crowd.withPassword(account, clock.instant());
        return browser.signIn(Objects.requireNonNull(account.login()), Crowd.PASSWORD);
    }
}

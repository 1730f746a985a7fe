package dev.qiao.ticket.web.help;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.PersonDraft;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A small desk with somebody who asks, an engineer, and a browser for each. */
@QiaoTest
abstract class HelpStory {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

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

    Me zheng;
    Me zhou;
    Me manager;

    @BeforeEach
    void aSmallDesk() {
        crowd.person(clock.instant(), "admin");
        var company = cast.organization(false);
        zheng = person("郑海涛", "requester", company.id());
        zhou = cast.join(cast.team(null), person("周建平", "engineer", 0));
        manager = cast.hire("manager");
    }

    Browser in(Browser browser) {
        return browser.signIn(Objects.requireNonNull(zheng.login()), Crowd.PASSWORD);
    }

    Me person(String name, String role, long organization) {
        var draft = new PersonDraft(crowd.word(role), name, null, null, null, organization);
        Person person = people.add(draft, Set.of(role), Me.QIAO, clock.instant());
        return cast.me(crowd.withPassword(person, clock.instant()).id());
    }

    long open(String title) {
        return tickets.open(Draft.titled(title, zheng, Source.WEB), clock.instant())
                .number();
    }

    void accept(long number) {
        var team = zhou.teams().iterator().next();
        tickets.assign(number, null, team, zhou.id(), null, manager, clock.advance(Duration.ofMinutes(3)));
        tickets.accept(number, null, zhou, clock.advance(Duration.ofMinutes(5)));
    }

    void resolve(long number) {
        Instant now = clock.advance(Duration.ofMinutes(40));
        tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了一条**隧道**", null, zhou, now);
    }

    static com.microsoft.playwright.options.FilePayload picture() {
        return new com.microsoft.playwright.options.FilePayload("screen.png", "image/png", new byte[] {1, 2, 3});
    }

    static Locator button(Browser browser, String name) {
        return browser.page()
                .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Page.GetByRoleOptions().setName(name));
    }

    static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }
}

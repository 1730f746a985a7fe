package dev.qiao.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.channel.Notices;
import dev.qiao.journal.Audience;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class InboxPageTest {
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
    Notices notices;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me user;
    Me lin;
    long number;

    @BeforeEach
    void anAnsweredTicket() {
        var now = clock.instant();
        cast.hire("admin");
        var team = cast.team(null);
        user = cast.hire("requester");
        lin = cast.join(team, cast.hire("engineer"));
        number = tickets.open(Draft.titled("会议室投影没有信号", user, Source.WEB), now).number();
        tickets.assign(number, null, team.id(), lin.id(), null, cast.hire("manager"), now.plusSeconds(1));
        tickets.accept(number, null, lin, now.plusSeconds(2));
        conversation.say(number, "线换过了", Audience.PUBLIC, List.of(), user, now.plusSeconds(3));
        tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换线", null, lin, now.plusSeconds(4));
        workers.crank(later(now));
    }

    @Test
    void anEngineerReadsWhatWasTold() {
        try (var reader = signedIn(lin, Browser.desktop(http.root()))) {
            reader.open("/inbox").isAccessible().fits().shot("inbox");
            assertThat(reader.page().locator(".told .is-unread").count()).isEqualTo(2);
            reader.page().getByText("标为已读").first().click();
            reader.page().waitForLoadState();
            assertThat(notices.unread(lin)).isEqualTo(1);
            reader.page().getByText("全部已读").click();
            reader.page().waitForLoadState();
        }
        assertThat(notices.unread(lin)).isZero();
    }

    @Test
    void aNoticeLeadsToItsTicket() {
        try (var reader = signedIn(lin, Browser.desktop(http.root()))) {
            reader.open("/inbox");
            reader.page().locator(".told .go").first().click();
            reader.page().waitForURL("**/tickets/" + number);
        }
    }

    @Test
    void aRequesterReadsTheirsOnAPhone() {
        try (var reader = signedIn(user, Browser.phone(http.root()))) {
            reader.open("/inbox").isAccessible().fits().shot("inbox-phone");
            assertThat(reader.page().locator(".told").innerText()).contains("请您确认");
        }
    }

    private Browser signedIn(Me person, Browser browser) {
        var account = crowd.withPassword(people.find(person.id()).orElseThrow(), clock.instant());
        return browser.signIn(Objects.requireNonNull(account.login()), Crowd.PASSWORD);
    }

    private static Instant later(Instant now) {
        return now.plus(Duration.ofSeconds(10));
    }
}

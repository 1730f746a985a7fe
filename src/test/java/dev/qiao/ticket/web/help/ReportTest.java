package dev.qiao.ticket.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reporting through the form, to the row. */
@QiaoTest
class ReportTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    @Autowired
    Tickets tickets;

    @Autowired
    Queue queue;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me user;
    Http browser;

    @BeforeEach
    void somebodyIsSignedIn() {
        crowd.person(clock.instant(), "admin");
        user = cast.hire("requester", cast.organization(false));
        crowd.withPassword(people.find(user.id()).orElseThrow(), clock.instant());
        browser = http.browser();
        browser.get("/signin").expect(200);
        browser.form("/session", Map.of("login", Objects.requireNonNull(user.login()), "password", Crowd.PASSWORD))
                .expect(303);
        browser.get("/").expect(200);
    }

    @Test
    void whatIsSentTwiceIsReportedOnce() {
        var form = Map.of("id", UUID.randomUUID(), "words", "打印机卡纸。下午要交材料。");
        var first = browser.form("/my", form).expect(303).header("Location");
        assertThat(browser.form("/my", form).expect(303).header("Location")).isEqualTo(first);

        assertThat(mine()).singleElement().satisfies(ticket -> {
            assertThat(first).isEqualTo("/my/" + ticket.number());
            assertThat(ticket.matter().title()).isEqualTo("打印机卡纸");
        });
    }

    @Test
    void everyFieldIsKept() {
        var anHourAgo = clock.instant().minus(Duration.ofHours(1));
        var local = anHourAgo.atZone(user.zone()).toLocalDateTime().toString();
        browser.form("/my", Map.of("words", "想装一个画图软件", "title", "装软件", "kind", "request", "startedAt", local))
                .expect(303);

        var matter = tickets.find(mine().getFirst().number(), user).matter();
        assertThat(matter.title()).isEqualTo("装软件");
        assertThat(matter.description()).isEqualTo("想装一个画图软件");
        assertThat(matter.kind()).isEqualTo(Kind.REQUEST);
        assertThat(matter.startedAt()).isEqualTo(anHourAgo);
    }

    @Test
    void aStrangerIsNoColleague() {
        var stranger = cast.hire("requester", cast.organization(false));
        var answer =
                browser.with("HX-Request", "true").form("/my", Map.of("words", "他的电脑坏了", "requester", stranger.id()));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("data-field=\"requester\"");
        assertThat(mine()).isEmpty();
    }

    @Test
    void aBadMomentNamesItsField() {
        var answer = browser.with("HX-Request", "true").form("/my", Map.of("words", "电脑坏了", "startedAt", "yesterday"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("data-field=\"startedAt\"");
    }

    @Test
    void somebodyElsesTicketIsNotThere() {
        var other = cast.hire("requester", cast.organization(false));
        var theirs = tickets.open(Draft.titled("别人的", other, Source.WEB), clock.instant())
                .number();
        browser.get("/my/" + theirs).expect(404);
        browser.form("/my/" + theirs + "/comments", Map.of("text", "看看")).expect(404);
        assertThat(browser.get("/my?q=" + theirs).expect(200).text()).doesNotContain("别人的");
    }

    private List<Ticket> mine() {
        return queue.list(Filter.of(View.REPORTED), null, 10, user, clock.instant())
                .items();
    }
}

package dev.qiao.ticket.nudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.channel.Notice;
import dev.qiao.channel.Notices;
import dev.qiao.journal.Audience;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketHistory;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who waits too long says so, or the desk notices by itself. */
@QiaoTest
class NudgesTest {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    Nudges nudges;

    @Autowired
    Notices notices;

    @Autowired
    TicketHistory history;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    Me user;
    Me lin;
    Me lead;
    Me manager;
    Team team;
    Instant now;
    long number;

    @BeforeEach
    void aTicketThatSomebodyWorksOn() {
        now = clock.nextMonday();
        lead = cast.hire("lead");
        team = cast.team(lead);
        user = cast.hire("requester");
        lin = cast.join(team, cast.hire("engineer"));
        manager = cast.hire("manager");
        number = tickets.open(Draft.titled("等了很久", user, Source.WEB), now).number();
        tickets.assign(number, null, team.id(), null, null, manager, now);
        tickets.accept(number, null, lin, now);
    }

    private List<String> told(Me person) {
        return notices.of(person, false, null, 50).stream()
                .filter(n -> n.subject() == number)
                .map(Notice::key)
                .toList();
    }

    @Test
    void aNudgeIsCountedToldAndOnRecord() {
        assertThat(nudges.nudge(number, null, user, now)).isEqualTo(1);
        assertThat(nudges.nudge(number, "客户在等", manager, now)).isEqualTo(2);
        workers.crank(now.plusSeconds(1));
        assertThat(told(lin)).contains("channel.nudged");
        assertThat(told(lead)).contains("channel.nudged");
        assertThat(told(user)).doesNotContain("channel.nudged");
        assertThat(nudges.counts(List.of(tickets.find(number, lin)))).containsEntry(number, 2);
        assertThat(history.of(tickets.find(number, user), user, 0, 50))
                .extracting(e -> e.entry().act())
                .contains("ticket.nudged");
    }

    @Test
    void onePersonNudgesOncePerHourAndOnlyWhatIsOpen() {
        nudges.nudge(number, null, user, now);
        assertThatThrownBy(() -> nudges.nudge(number, null, user, now.plus(Duration.ofMinutes(59))))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.status()).isEqualTo(Refused.Status.TOO_MANY));
        assertThat(nudges.nudge(number, null, user, now.plus(Nudges.PAUSE))).isEqualTo(2);
        var stranger = cast.hire("requester");
        assertThatThrownBy(() -> nudges.nudge(number, null, stranger, now)).isInstanceOf(Refused.class);
        assertThat(http.as(cast.token(manager))
                        .post("/api/v1/tickets/" + number + "/nudges", Map.of("reason", "领导在等"))
                        .expect(201)
                        .json()
                        .get("count")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void whoNudgedIsNotAllowedToUntilTheyMayAgain() {
        nudges.nudge(number, null, user, now);
        var ticket = tickets.find(number, user);
        assertThat(tickets.allowed(ticket, user, now.plus(Duration.ofMinutes(59))))
                .doesNotContain(Act.NUDGES)
                .contains(Act.COMMENTS);
        assertThat(nudges.again(ticket, user, now)).contains(now.plus(Nudges.PAUSE));
        assertThat(tickets.allowed(ticket, user, now.plus(Nudges.PAUSE))).contains(Act.NUDGES);
        assertThat(nudges.again(ticket, user, now.plus(Nudges.PAUSE))).isEmpty();
        assertThat(tickets.allowed(ticket, manager, now)).as("others may").contains(Act.NUDGES);
        clock.set(now.plus(Duration.ofMinutes(1)));
        assertThat(http.as(cast.token(user))
                        .get("/api/v1/tickets/" + number)
                        .expect(200)
                        .json()
                        .get("allowed")
                        .toString())
                .doesNotContain("nudges");
    }

    @Test
    void whoNudgedSeesOnThePageWhenTheyMayAgain() {
        clock.set(now);
        crowd.withPassword(people.find(user.id()).orElseThrow(), now);
        var page = http.browser().with("Accept-Language", "zh-CN");
        page.signIn(Objects.requireNonNull(user.login()), Crowd.PASSWORD).expect(303);
        assertThat(page.get("/my/" + number).expect(200).text()).contains("催一下").doesNotContain("后可再催");
        page.form("/tickets/" + number + "/nudges", Map.of()).expect(303);
        var again = now.plus(Nudges.PAUSE).atZone(user.zone()).toLocalTime().toString();
        var resting = page.get("/my/" + number).expect(200).text();
        assertThat(resting).contains(again + "后可再催").containsPattern("class=\"btn is-bare\" disabled");
        clock.set(now.plus(Nudges.PAUSE));
        assertThat(page.get("/my/" + number).expect(200).text()).doesNotContain("后可再催");
    }

    private long reminders() {
        return history.of(tickets.find(number, lin), lin, 0, 100).stream()
                .filter(e -> e.entry().act().equals("ticket.unanswered"))
                .count();
    }

    @Test
    void aSilenceIsToldOnceAndAgainOnlyAfterAWord() {
        workers.crank(now);
        workers.crank(now.plus(Duration.ofHours(23)));
        assertThat(reminders()).isZero();
        var late = now.plus(Duration.ofHours(25));
        workers.crank(late);
        workers.crank(late.plus(Duration.ofHours(30)));
        assertThat(reminders()).isEqualTo(1);
        assertThat(told(lin)).contains("channel.unanswered");
        var word = late.plus(Duration.ofHours(31));
        conversation.say(number, "还在等备件", Audience.PUBLIC, List.of(), lin, word);
        workers.crank(word);
        conversation.say(number, "好的", Audience.PUBLIC, List.of(), user, word.plus(Duration.ofHours(20)));
        workers.crank(word.plus(Duration.ofHours(25)));
        assertThat(reminders()).isEqualTo(2);
    }

    @Test
    void whatWaitsForTheRequesterIsNotSilent() {
        tickets.hold(number, null, HoldFor.REQUESTER, "等截图", now.plus(Duration.ofDays(9)), lin, now);
        workers.crank(now);
        workers.crank(now.plus(Duration.ofDays(3)));
        assertThat(reminders()).isZero();
    }
}

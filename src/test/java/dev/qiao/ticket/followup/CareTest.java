package dev.qiao.ticket.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.Meeting;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.channel.Notice;
import dev.qiao.channel.Notices;
import dev.qiao.people.Team;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.checklist.Checklist;
import dev.qiao.ticket.effort.Efforts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What keeps a ticket from being half done: its checklist, the time spent on it, and the day on which it comes back. */
@QiaoTest
class CareTest {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Checklist checklist;

    @Autowired
    Efforts efforts;

    @Autowired
    FollowUps followUps;

    @Autowired
    FollowUpWorker worker;

    @Autowired
    Db db;

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
    Me wei;
    Team team;
    Instant now;
    long number;

    @BeforeEach
    void aTicket() {
        now = clock.nextMonday();
        team = cast.team(null);
        user = cast.hire("requester");
        lin = cast.join(team, cast.hire("engineer"));
        wei = cast.join(team, cast.hire("engineer"));
        number = tickets.open(Draft.titled("入职开通", user, Source.WEB), now).number();
        tickets.assign(number, null, team.id(), null, null, cast.hire("manager"), now);
    }

    @Test
    void pointsAreTickedByWhoeverWorksHereAndNobodyElse() {
        checklist.add(number, List.of("开邮箱", "发电脑"), lin, now);
        var first = checklist.of(number).getFirst();
        checklist.tick(number, first.id(), true, wei, now);
        checklist.tick(number, first.id(), true, lin, now.plusSeconds(60));
        assertThat(checklist.of(number).getFirst().doneBy()).isEqualTo(wei.id());
        checklist.tick(number, first.id(), false, lin, now);
        assertThat(checklist.of(number)).noneMatch(Checklist.Item::done);
        checklist.remove(number, first.id(), lin, now);
        assertThat(checklist.of(number)).hasSize(1);
        assertThatThrownBy(() -> checklist.add(number, List.of("偷看"), user, now))
                .isInstanceOf(Refused.class);
        var many = Collections.nCopies(Checklist.MOST, "一件");
        assertThatThrownBy(() -> checklist.add(number, many, lin, now)).isInstanceOf(Refused.class);
        assertThat(checklist.of(number)).hasSize(1);
    }

    @Test
    void aPointThatWasRemovedComesBackTickedAndInItsPlace() {
        checklist.add(number, List.of("开邮箱", "发电脑"), lin, now);
        var first = checklist.of(number).getFirst();
        checklist.tick(number, first.id(), true, wei, now);
        var before = checklist.of(number);
        var later = now.plusSeconds(60);
        checklist.remove(number, first.id(), lin, later);
        assertThat(checklist.of(number)).hasSize(1);
        assertThatThrownBy(() -> checklist.tick(number, first.id(), false, lin, later))
                .isInstanceOf(Refused.class);
        checklist.restore(number, first.id(), lin, later);
        assertThat(checklist.of(number)).isEqualTo(before);
        assertThatThrownBy(() -> checklist.restore(number, first.id(), lin, later))
                .isInstanceOf(Refused.class);
    }

    @Test
    void timeIsSummedByEntryAndTakenBackByItsOwner() {
        var mine = efforts.add(number, 25, "查日志", lin, now);
        efforts.add(number, 90, null, wei, now);
        assertThat(efforts.of(number)).extracting(e -> e.minutes()).containsExactly(25, 90);
        assertThatThrownBy(() -> efforts.remove(number, mine.id(), wei, now)).isInstanceOf(Refused.class);
        efforts.remove(number, mine.id(), lin, now);
        assertThat(efforts.of(number)).extracting(e -> e.minutes()).containsExactly(90);
        assertThatThrownBy(() -> efforts.restore(number, mine.id(), wei, now)).isInstanceOf(Refused.class);
        efforts.restore(number, mine.id(), lin, now.plusSeconds(60));
        assertThat(efforts.of(number)).first().isEqualTo(mine);
        assertThatThrownBy(() -> efforts.restore(number, mine.id(), lin, now)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> efforts.add(number, 0, null, lin, now)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> efforts.add(number, 5, null, user, now)).isInstanceOf(Refused.class);
    }

    @Test
    void aFollowUpComesBackOnceToWhoSetIt() {
        var then = now.plus(Duration.ofHours(5));
        followUps.set(number, then, "问供应商", lin, now);
        assertThat(followUps.of(number, wei)).isEmpty();
        workers.crank(now.plus(Duration.ofHours(4)));
        assertThat(told(lin)).isEmpty();
        workers.crank(then);
        workers.crank(then.plusSeconds(60));
        assertThat(told(lin)).containsExactly("channel.came_back");
        assertThat(told(wei)).isEmpty();
        assertThat(followUps.until(then, lin))
                .extracting(d -> d.ticket().number())
                .containsExactly(number);
        followUps.remove(number, lin, then);
        assertThat(followUps.until(then, lin)).isEmpty();
        assertThatThrownBy(() -> followUps.set(number, now, null, lin, then)).isInstanceOf(Refused.class);
    }

    @Test
    void whoTakesADateBackInTheMomentInWhichItComesIsNotInItsWay() {
        var then = now.plus(Duration.ofHours(5));
        followUps.set(number, then, "问供应商", lin, now);
        Meeting.of(
                db,
                () -> checklist.add(number, List.of("问到为止"), lin, now),
                () -> worker.work(then),
                () -> followUps.remove(number, lin, then));
        assertThat(followUps.of(number, lin)).isEmpty();
    }

    private List<String> told(Me person) {
        return notices.of(person, false, null, 50).stream()
                .filter(n -> n.subject() == number)
                .map(Notice::key)
                .toList();
    }

    @Test
    void theApiDoesAllThree() {
        var api = http.as(cast.token(lin));
        var path = "/api/v1/tickets/" + number;
        var points = api.post(path + "/checklist", Map.of("texts", List.of("甲", "乙")))
                .expect(201)
                .json();
        long id = points.get("items").get(0).get("id").asLong();
        assertThat(api.put(path + "/checklist/" + id, Map.of("done", true))
                        .expect(200)
                        .json()
                        .get("items")
                        .get(0)
                        .get("done")
                        .asBoolean())
                .isTrue();
        api.post(path + "/effort", Map.of("minutes", 15)).expect(201);
        assertThat(api.get(path + "/effort").expect(200).json().get("minutes").asInt())
                .isEqualTo(15);
        var when = clock.instant().plus(Duration.ofDays(2)).toString();
        api.put(path + "/follow-up", Map.of("at", when)).expect(200);
        api.delete(path + "/follow-up").expect(204);
        assertThat(api.get(path + "/follow-up").status()).isEqualTo(404);
    }
}

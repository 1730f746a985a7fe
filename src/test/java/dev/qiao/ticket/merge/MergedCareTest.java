package dev.qiao.ticket.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.people.Team;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.checklist.Checklist;
import dev.qiao.ticket.checklist.Checklist.Item;
import dev.qiao.ticket.effort.Efforts;
import dev.qiao.ticket.effort.Efforts.Effort;
import dev.qiao.ticket.followup.FollowUp;
import dev.qiao.ticket.followup.FollowUps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is to be done on a merged ticket, what was spent on it and who wants to look at it again is found where it goes on. */
@QiaoTest
class MergedCareTest {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Merges merges;

    @Autowired
    Checklist checklist;

    @Autowired
    Efforts efforts;

    @Autowired
    FollowUps followUps;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Autowired
    Workers workers;

    Instant now;
    Team team;
    Me lin;
    long survivor;
    long merged;

    @BeforeEach
    void twoTickets() {
        now = clock.instant();
        team = cast.team(null);
        lin = cast.join(team, cast.hire("engineer"));
        survivor = open();
        merged = open();
        for (long number : List.of(survivor, merged))
            tickets.assign(number, null, team.id(), null, null, cast.hire("manager"), now);
    }

    private long open() {
        return tickets.open(Draft.titled("门户打不开", cast.hire("requester"), Source.WEB), now)
                .number();
    }

    @Test
    void whatIsToBeDoneIsDoneThereAndStaysWhereItWasWhenTheMergeIsTakenBack() {
        checklist.add(survivor, List.of("换证书"), lin, now);
        checklist.add(merged, List.of("通知用户"), lin, now);
        merges.merge(merged, survivor, lin, now);
        var all = checklist.of(tickets.find(survivor, lin), lin);
        assertThat(all).extracting(Item::text).containsExactly("换证书", "通知用户");
        checklist.tick(survivor, all.getLast().id(), true, lin, now);
        checklist.remove(survivor, all.getLast().id(), lin, now);
        checklist.restore(survivor, all.getLast().id(), lin, now);
        merges.unmerge(merged, lin, now);
        assertThat(checklist.of(tickets.find(survivor, lin), lin))
                .extracting(Item::text)
                .containsExactly("换证书");
        assertThat(checklist.of(merged)).singleElement().matches(Item::done);
    }

    @Test
    void whatWasSpentCountsThereAndIsTakenBackThere() {
        efforts.add(survivor, 10, null, lin, now);
        var spent = efforts.add(merged, 95, "查日志", lin, now);
        merges.merge(merged, survivor, lin, now);
        assertThat(efforts.of(tickets.find(survivor, lin), lin))
                .extracting(Effort::minutes)
                .containsExactly(10, 95);
        efforts.remove(survivor, spent.id(), lin, now);
        assertThat(efforts.of(tickets.find(survivor, lin), lin)).hasSize(1);
        efforts.restore(survivor, spent.id(), lin, now);
        merges.unmerge(merged, lin, now);
        assertThat(efforts.of(merged)).extracting(Effort::minutes).containsExactly(95);
    }

    @Test
    void whoDoesNotSeeTheOtherIsRemindedOfTheirOwn() {
        var then = now.plus(Duration.ofDays(1));
        var manager = cast.hire("manager");
        tickets.assign(merged, null, team.id(), lin.id(), null, manager, now);
        followUps.set(merged, then, "问合同号", lin, now);
        for (long number : List.of(survivor, merged))
            http.as(cast.token(manager))
                    .patch("/api/v1/tickets/" + number, Map.of("restricted", true))
                    .expect(200);
        merges.merge(merged, survivor, manager, clock.instant());
        assertThat(tickets.of(List.of(survivor), lin)).isEmpty();
        assertThat(followUps.of(survivor, lin)).isEmpty();
        assertThat(followUps.until(then, lin))
                .extracting(due -> due.ticket().number(), due -> due.followUp().note())
                .containsExactly(tuple(merged, "问合同号"));
        workers.crank(then.plusSeconds(1));
        assertThat(followUps.of(merged, lin)).get().matches(FollowUp::told);
    }

    @Test
    void whoWantsToLookAgainDoesSoThereAndAtTheEarlierOfTwoTimes() {
        var early = now.plus(Duration.ofDays(1));
        var late = now.plus(Duration.ofDays(2));
        followUps.set(merged, early, "问合同号", lin, now);
        merges.merge(merged, survivor, lin, now);
        assertThat(followUps.of(survivor, lin))
                .get()
                .extracting(FollowUp::at, FollowUp::note)
                .containsExactly(early, "问合同号");
        merges.unmerge(merged, lin, now);
        assertThat(followUps.of(survivor, lin)).isEmpty();
        assertThat(followUps.of(merged, lin)).get().extracting(FollowUp::at).isEqualTo(early);
        followUps.set(survivor, late, "看证书", lin, now);
        merges.merge(merged, survivor, lin, now);
        assertThat(followUps.of(survivor, lin))
                .get()
                .extracting(FollowUp::at, FollowUp::note)
                .containsExactly(early, "看证书 · 问合同号");
    }

    @Test
    void twoTimesThatWereJoinedAreTwoAgainWhenTheMergeIsTakenBack() {
        var early = now.plus(Duration.ofDays(1));
        var late = now.plus(Duration.ofDays(2));
        followUps.set(merged, early, "问合同号", lin, now);
        followUps.set(survivor, late, "看证书", lin, now);
        merges.merge(merged, survivor, lin, now);
        merges.unmerge(merged, lin, now);
        assertThat(wish(merged)).containsExactly(early, "问合同号");
        assertThat(wish(survivor)).containsExactly(late, "看证书");
    }

    @Test
    void whatWasSetAnewMeanwhileStaysWhereBothHadOneAndGoesBackWhereOneHad() {
        var early = now.plus(Duration.ofDays(1));
        var late = now.plus(Duration.ofDays(2));
        var anew = now.plus(Duration.ofDays(3));
        followUps.set(merged, early, "问合同号", lin, now);
        merges.merge(merged, survivor, lin, now);
        followUps.set(survivor, anew, "再问", lin, now);
        merges.unmerge(merged, lin, now);
        assertThat(wish(merged)).containsExactly(anew, "再问");
        assertThat(wish(survivor)).isEmpty();
        followUps.set(survivor, late, "看证书", lin, now);
        merges.merge(merged, survivor, lin, now);
        followUps.set(survivor, early, "都看", lin, now);
        merges.unmerge(merged, lin, now);
        assertThat(wish(survivor)).containsExactly(early, "都看");
        assertThat(wish(merged)).containsExactly(anew, "再问");
    }

    @Test
    void whatWasRemovedOnTheSurvivorIsRestoredOnBoth() {
        var early = now.plus(Duration.ofDays(1));
        followUps.set(merged, early, "问合同号", lin, now);
        followUps.set(survivor, early, "看证书", lin, now);
        merges.merge(merged, survivor, lin, now);
        followUps.remove(survivor, lin, now);
        merges.unmerge(merged, lin, now);
        assertThat(wish(merged)).isEmpty();
        assertThat(wish(survivor)).isEmpty();
        followUps.restore(merged, lin, now);
        followUps.restore(survivor, lin, now);
        assertThat(wish(merged)).containsExactly(early, "问合同号");
        assertThat(wish(survivor)).containsExactly(early, "看证书");
    }

    @Test
    void aTimeGoesBackThroughEveryMerge() {
        long third = open();
        tickets.assign(third, null, team.id(), null, null, cast.hire("manager"), now);
        var early = now.plus(Duration.ofDays(1));
        var late = now.plus(Duration.ofDays(2));
        followUps.set(merged, early, "问合同号", lin, now);
        followUps.set(survivor, late, "看证书", lin, now);
        merges.merge(merged, survivor, lin, now);
        merges.merge(survivor, third, lin, now);
        assertThat(wish(third)).containsExactly(early, "看证书 · 问合同号");
        merges.unmerge(merged, lin, now);
        assertThat(wish(merged)).containsExactly(early, "问合同号");
        assertThat(wish(third)).containsExactly(late, "看证书");
        merges.unmerge(survivor, lin, now);
        assertThat(wish(third)).isEmpty();
        assertThat(wish(survivor)).containsExactly(late, "看证书");
    }

    private List<Object> wish(long number) {
        return followUps
                .of(number, lin)
                .map(one -> List.<Object>of(one.at(), one.note()))
                .orElse(List.of());
    }
}

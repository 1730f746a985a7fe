package dev.qiao.feedback.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.channel.Notice;
import dev.qiao.channel.Notices;
import dev.qiao.feedback.complaint.Complaint.Cause;
import dev.qiao.feedback.complaint.Complaint.Result;
import dev.qiao.feedback.complaint.Complaint.State;
import dev.qiao.people.Team;
import dev.qiao.sla.Metric;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A complaint from its receipt to the answer: who is told, who handles it, who sees it, and what is promised. */
@QiaoTest
class ComplaintsTest {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Complaints complaints;

    @Autowired
    Handling handling;

    @Autowired
    Notices notices;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    Me user;
    Me lead;
    Me engineer;
    Me colleague;
    Me manager;
    Team team;
    Instant now;

    @BeforeEach
    void aTeamWithALead() {
        now = clock.nextMonday();
        lead = cast.hire("lead");
        team = cast.team(lead);
        lead = cast.join(team, lead);
        engineer = cast.join(team, cast.hire("engineer"));
        colleague = cast.join(team, cast.hire("engineer"));
        user = cast.hire("requester", cast.organization(false));
        manager = cast.hire("manager");
    }

    private long ticket(boolean restricted) {
        var draft = new Draft(
                UUID.randomUUID(),
                manager,
                Kind.INCIDENT,
                "打印机又卡纸",
                "",
                Level.LOW,
                Level.LOW,
                null,
                null,
                null,
                user.id(),
                Source.PHONE,
                null,
                List.of(),
                restricted);
        long number = tickets.open(List.of(draft), now).getFirst().number();
        tickets.assign(number, null, team.id(), engineer.id(), null, manager, now);
        tickets.accept(number, null, engineer, now);
        return number;
    }

    private Complaint complain(long ticket) {
        return complaints.open(ComplaintDraft.about(ticket, Cause.SLOW, "等了三天", "每天都说明天来"), user, now);
    }

    private List<String> told(Me me, long complaint) {
        workers.crank(now);
        return notices.of(me, false, null, 50).stream()
                .filter(n -> n.kind().equals(Complaints.KIND) && n.subject() == complaint)
                .map(Notice::key)
                .toList();
    }

    @Test
    void theLeadIsToldAtOnceAndWhoIsComplainedOfNeitherSeesNorHandlesIt() {
        var complaint = complain(ticket(false));
        assertThat(complaint.against()).isEqualTo(engineer.id());
        assertThat(complaint.team()).isEqualTo(team.id());
        assertThat(told(lead, complaint.number())).containsExactly("channel.complaint_received");
        assertThat(complaints.open(lead)).contains(complaint);
        assertThat(complaints.open(engineer)).doesNotContain(complaint);
        refused("feedback.no_complaint", () -> complaints.find(complaint.number(), engineer));
        refused("feedback.no_complaint", () -> complaints.find(complaint.number(), colleague));
        refused(
                "feedback.complaint_not_independent",
                () -> handling.give(complaint.number(), engineer.id(), lead, now));
        refused("feedback.complaint_no_handler", () -> handling.give(complaint.number(), user.id(), lead, now));
    }

    @Test
    void whereTheLeadIsComplainedOfTheManagersAreTold() {
        var draft = new ComplaintDraft(null, user.id(), team.id(), lead.id(), Cause.ATTITUDE, "不接电话", "");
        var complaint = complaints.open(draft, manager, now);
        assertThat(complaint.complainer()).isEqualTo(user.id());
        var other = cast.hire("manager");
        assertThat(complaints.open(other)).contains(complaint);
        assertThat(complaints.open(lead)).doesNotContain(complaint);
        assertThat(complaints.hands(complaint.number())).contains(manager.id()).doesNotContain(lead.id());
    }

    @Test
    void itIsAnsweredFirstAndThenInWritingAndWhoComplainedSaysWhetherThatSatisfies() {
        var number = complain(ticket(false)).number();
        refused("feedback.complaint_take_first", () -> handling.answer(number, "在查", lead, now));
        handling.give(number, lead.id(), lead, now);
        now = now.plus(Duration.ofMinutes(20));
        handling.note(number, "配件没订", lead, now);
        handling.answer(number, "今天给您结果", lead, now);
        assertThat(complaints.find(number, user).state()).isEqualTo(State.IN_HAND);
        refused("feedback.complaint_result_missing", () -> handling.conclude(number, null, "订错了", lead, now));
        handling.conclude(number, Result.JUSTIFIED, "配件订错了，明天上午换好", lead, now);

        assertThat(told(user, number)).containsExactly("channel.complaint_concluded", "channel.complaint_answered");
        assertThat(complaints.steps(complaints.find(number, user), user))
                .extracting(Step::kind)
                .containsExactly(Step.Kind.FIRST_ANSWER, Step.Kind.FINAL_ANSWER);
        assertThat(complaints.steps(complaints.find(number, manager), manager)).hasSize(4);
        refused("feedback.complaint_own_answer", () -> handling.judge(number, true, "", lead, now));
        handling.judge(number, false, "换了还是卡", user, now);
        refused("feedback.complaint_judged", () -> handling.judge(number, true, "", user, now));
        assertThat(told(lead, number)).contains("channel.complaint_missed");
        refused("feedback.complaint_over", () -> handling.note(number, "再查", lead, now));
    }

    @Test
    void itsClocksAreItsOwnAndALateOneIsToldAndCounted() {
        var complaint = complain(ticket(false));
        var clocks = complaints.clocks(List.of(complaint)).get(complaint.number());
        assertThat(clocks).hasSize(2).noneMatch(c -> c.stopped());
        now = clock.advance(Duration.ofDays(30));
        assertThat(told(lead, complaint.number())).contains("channel.complaint_late");
        var all = complaints.received(complaint.receivedAt(), now, lead);
        var line = Causes.of(all, complaints.clocks(all), now).getFirst();
        assertThat(line.cause()).isEqualTo(Cause.SLOW);
        assertThat(line.received()).isEqualTo(all.size());
        assertThat(line.late()).isPositive();

        handling.give(complaint.number(), lead.id(), lead, now);
        handling.conclude(complaint.number(), Result.PARTLY, "对不起", lead, now);
        assertThat(complaints.clocks(List.of(complaint)).get(complaint.number()))
                .allMatch(c -> c.stopped())
                .extracting(c -> c.metric())
                .containsExactly(Metric.RESPONSE, Metric.RESOLUTION);
    }

    @Test
    void whatIsAboutARestrictedTicketIsForThoseAloneWhoSeeThatTicket() {
        long ticket = ticket(true);
        var complaint = complain(ticket);
        var other = cast.hire("manager");
        var dispatcher = cast.hire("dispatcher");
        assertThat(complaints.open(other)).doesNotContain(complaint);
        assertThat(complaints.open(dispatcher)).doesNotContain(complaint);
        assertThat(complaints.received(now, now.plusSeconds(1), dispatcher)).doesNotContain(complaint);
        refused("feedback.no_complaint", () -> complaints.find(complaint.number(), dispatcher));
        for (var person : complaints.hands(complaint.number()))
            assertThat(tickets.of(List.of(ticket), cast.me(person))).isNotEmpty();
        assertThat(complaints.mine(complaint.number(), user)).isEqualTo(complaint);
    }

    @Test
    void nobodyComplainsAboutATicketOfAnother() {
        long ticket = ticket(false);
        var stranger = cast.hire("requester", cast.organization(false));
        refused(
                "ticket.no_such",
                () -> complaints.open(ComplaintDraft.about(ticket, Cause.SLOW, "慢", ""), stranger, now));
        var mine = complain(ticket);
        refused("feedback.no_complaint", () -> complaints.find(mine.number(), stranger));
        refused("feedback.no_complaint", () -> complaints.mine(mine.number(), stranger));
        refused(
                "feedback.complaint_cause_missing",
                () -> complaints.open(ComplaintDraft.about(ticket, null, "慢", ""), user, now));
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.problems().getFirst().key()).isEqualTo(key));
    }
}

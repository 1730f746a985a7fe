package dev.qiao.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.people.Team;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.Weight.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The main story, through the doors and into the rows. */
@QiaoTest
class TicketsTest {
    private static final Instant NINE = Instant.parse("2026-11-18T01:00:00Z");

    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    Editing editing;

    @Autowired
    Queue queue;

    @Autowired
    TicketHistory history;

    Me user;
    Me lin;
    Me manager;
    Team team;

    @BeforeEach
    void aSmallDesk() {
        team = cast.team(null);
        user = cast.hire("requester", cast.organization(false));
        lin = cast.join(team, cast.hire("engineer"));
        manager = cast.hire("manager");
    }

    @Test
    void fromAReportedFaultToAClosedTicket() {
        var number = tickets.open(Draft.titled("打印机卡纸", user, Source.WEB), NINE).number();
        tickets.assign(number, null, team.id(), null, null, manager, at(1));
        tickets.accept(number, null, lin, at(5));
        tickets.hold(number, null, HoldFor.REQUESTER, "等截图", at(120), lin, at(10));
        conversation.say(number, "截图来了", Audience.PUBLIC, List.of(), user, at(30));
        tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了搓纸轮", null, lin, at(40));
        var closed = tickets.close(number, null, user, at(50));

        assertThat(closed.stage()).isInstanceOf(Stage.Closed.class);
        assertThat(closed.times().respondedAt()).isEqualTo(at(5));
        assertThat(closed.times().restoredAt()).isEqualTo(at(40));
        assertThat(history.of(closed, lin, 0, 50))
                .extracting(e -> e.entry().act())
                .containsExactly(
                        "ticket.opened",
                        "ticket.assigned",
                        "ticket.accepted",
                        "ticket.held",
                        "ticket.commented",
                        "ticket.resumed",
                        "ticket.resolved",
                        "ticket.closed");
        assertThat(history.of(closed, user, 0, 50))
                .extracting(e -> e.entry().act())
                .doesNotContain("ticket.assigned");
    }

    @Test
    void whoMayNotSeeItIsToldThatThereIsNone() {
        var number =
                tickets.open(Draft.titled("工资条打不开", user, Source.WEB), NINE).number();
        var stranger = cast.hire("requester");
        assertThatThrownBy(() -> tickets.find(number, stranger))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.status()).isEqualTo(Refused.Status.NOT_FOUND));
        assertThat(tickets.find(number, manager).number()).isEqualTo(number);
    }

    @Test
    void aStaleVersionIsRefused() {
        var ticket = tickets.open(Draft.titled("慢", user, Source.WEB), NINE);
        tickets.assign(ticket.number(), 1, team.id(), null, null, manager, at(1));
        assertThatThrownBy(() -> tickets.accept(ticket.number(), 1, lin, at(2)))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.status()).isEqualTo(Refused.Status.STALE));
    }

    @Test
    void chineseIsFoundByTwoCharactersTraditionalOrSimplified() {
        var number = tickets.open(Draft.titled("财务网络打印很慢" + user.login(), user, Source.WEB), NINE)
                .number();
        conversation.say(number, "怀疑是交換機口协商成半双工", Audience.INTERNAL, List.of(), manager, at(1));
        for (var typed : List.of("打印", "網絡", "财务 打印")) {
            assertThat(queue.list(Filter.of(View.ALL).words(typed), null, 50, user, at(2))
                            .items())
                    .as(typed)
                    .extracting(Ticket::number)
                    .contains(number);
        }
        assertThat(queue.list(Filter.of(View.ALL).words("交换机"), null, 50, manager, at(2))
                        .items())
                .extracting(Ticket::number)
                .contains(number);
        assertThat(queue.list(Filter.of(View.ALL).words("交换机"), null, 50, user, at(2))
                        .items())
                .extracting(Ticket::number)
                .doesNotContain(number);
    }

    @Test
    void whatYouMayDoComesFromTheVerbs() {
        var ticket = tickets.open(Draft.titled("开通权限", user, Source.WEB), NINE);
        assertThat(tickets.allowed(ticket, user, at(1)))
                .contains(Act.CLOSURE, Act.COMMENTS)
                .doesNotContain(Act.ACCEPTANCE, Act.INTERNAL_COMMENTS, Act.EDIT);
        var placed = tickets.assign(ticket.number(), null, team.id(), lin.id(), null, manager, at(1));
        assertThat(tickets.allowed(placed, lin, at(1)))
                .contains(Act.ACCEPTANCE, Act.HOLD, Act.RESOLUTION, Act.ASSIGNMENT)
                .doesNotContain(Act.RESUME, Act.REOPENING);
    }

    @Test
    void overridingThePriorityNeedsAReason() {
        var ticket = tickets.open(Draft.titled("改优先级", user, Source.WEB), NINE);
        assertThatThrownBy(() -> editing.edit(
                        ticket.number(),
                        null,
                        w -> new Editing.Wanted(w.matter(), w.impact(), w.urgency(), Priority.URGENT, null),
                        manager,
                        at(1)))
                .isInstanceOf(Refused.class);
        var urgent = editing.edit(
                ticket.number(),
                null,
                w -> new Editing.Wanted(w.matter(), w.impact(), w.urgency(), Priority.URGENT, "月结"),
                manager,
                at(1));
        assertThat(urgent.weight().priority()).isEqualTo(Priority.URGENT);
    }

    private static Instant at(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }
}

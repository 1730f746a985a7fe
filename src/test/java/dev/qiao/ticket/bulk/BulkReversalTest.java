package dev.qiao.ticket.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.people.Participants;
import dev.qiao.people.Participants.Participant;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketHistory;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.bulk.Bulk.Fate;
import dev.qiao.ticket.bulk.Bulk.Item;
import dev.qiao.ticket.bulk.Bulk.Progress;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import dev.qiao.ticket.undo.AsBefore;
import dev.qiao.ticket.undo.Undos;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way back of a bulk act is exact, ticket by ticket. */
class BulkReversalTest extends BulkDesk {
    @Autowired
    Teams teams;

    @Autowired
    TicketHistory history;

    @Autowired
    Participants participants;

    @Autowired
    Undos undos;

    @Autowired
    BulkSweep sweep;

    @Autowired
    AsBefore asBefore;

    @Autowired
    Db db;

    List<Long> numbers;

    @BeforeEach
    void threeTickets() {
        numbers = open(team, "一", "二", "三");
    }

    private Bulk done(Order order, Me me) {
        return finished(bulks.start(order, numbers, me, now), me);
    }

    private Bulk takenBack(Bulk bulk, Me me) {
        return finished(bulks.reverse(bulk.id(), me, now.plusSeconds(60)), me);
    }

    private List<Ticket> all() {
        return numbers.stream().map(n -> tickets.of(List.of(n)).getFirst()).toList();
    }

    private void standsAsBefore(Order order, Me me) {
        var before = all();
        var bulk = done(order, me);
        assertThat(bulks.progress(bulk)).as(order.deed().code()).isEqualTo(new Progress(3, 0, 0, 0, 0));
        var back = takenBack(bulk, me);
        assertThat(bulks.progress(back)).as(order.deed().code()).isEqualTo(new Progress(3, 0, 0, 0, 0));
        assertThat(bulks.progress(bulk)).as(order.deed().code()).isEqualTo(new Progress(0, 0, 0, 3, 0));
        asBefore.stand(before, all());
    }

    private void eachIs(Stage.Name stage) {
        assertThat(all()).allSatisfy(t -> assertThat(t.stage().name()).isEqualTo(stage));
    }

    private static Order resolved() {
        return Order.of(Deed.RESOLVE).ending(Outcome.FIXED, Cause.NETWORK).saying("换了交换机");
    }

    private void heldByLin() {
        numbers.forEach(n -> {
            tickets.accept(n, null, lin, now);
            tickets.hold(n, null, HoldFor.SUPPLIER, "等备件" + n, now.plus(Duration.ofDays(3)), lin, now);
        });
    }

    @Test
    void whatWaitedWaitsAgainWithNobodyHavingAnswered() {
        standsAsBefore(Order.of(Deed.ACCEPT), lin);
        standsAsBefore(
                Order.of(Deed.HOLD)
                        .waiting(HoldFor.CHANGE, now.plus(Duration.ofDays(1)), null)
                        .because("变更"),
                lin);
        standsAsBefore(resolved(), lin);
        eachIs(Stage.Name.WAITING);
    }

    @Test
    void aHoldComesBackWithItsReasonAndItsDate() {
        heldByLin();
        standsAsBefore(Order.of(Deed.RESUME), lin);
        standsAsBefore(resolved(), lin);
        eachIs(Stage.Name.ON_HOLD);
    }

    @Test
    void whatWasClosedIsResolvedAgainAndWhatWasReopenedIsClosedAgain() {
        numbers.forEach(n -> tickets.resolve(n, null, Outcome.FIXED, Cause.HARDWARE, "换了", null, lin, now));
        standsAsBefore(Order.of(Deed.CLOSE), manager);
        standsAsBefore(Order.of(Deed.REOPEN).because("没修好"), manager);
        eachIs(Stage.Name.RESOLVED);
        numbers.forEach(n -> tickets.close(n, null, manager, now));
        standsAsBefore(Order.of(Deed.REOPEN).because("没修好"), manager);
        eachIs(Stage.Name.CLOSED);
    }

    @Test
    void whatWasHandedBackIsWithItsEngineerAgain() {
        numbers.forEach(n -> tickets.accept(n, null, lin, now));
        standsAsBefore(Order.of(Deed.HAND_BACK).because("不归我"), lin);
        eachIs(Stage.Name.WORKING);
        assertThat(history.of(all().getFirst(), lin, 0, 50))
                .extracting(e -> e.entry().act())
                .contains("ticket.handed_back", "ticket.taken_back");
    }

    @Test
    void whatWasGivenToAnotherTeamComesBackThoughItIsOutOfSight() {
        standsAsBefore(Order.of(Deed.ASSIGN).to(cast.team(null).id(), null).because("不归我们"), lin);
    }

    @Test
    void tagsAndPriorityAreThoseOfBefore() {
        standsAsBefore(Order.of(Deed.TAG).tagging(List.of("停电")), lin);
        standsAsBefore(Order.of(Deed.PRIORITY).weighing(Priority.URGENT).because("全楼断电"), manager);
    }

    @Test
    void eachTicketSaysForItselfWhetherItCameBack() {
        var bulk = done(Order.of(Deed.ACCEPT), lin);
        long changed = numbers.get(1);
        tickets.handBack(changed, null, "让别人来", lin, now);
        var back = takenBack(bulk, lin);
        assertThat(bulks.items(back, Fate.REFUSED, 0, 10))
                .extracting(Item::number, Item::problem)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(changed, "ticket.undo.changed_since"));
        assertThat(bulks.items(bulk, Fate.DONE, 0, 10)).extracting(Item::number).containsExactly(changed);
        assertThat(bulks.items(bulk, Fate.TAKEN_BACK, 0, 10))
                .extracting(Item::number)
                .containsExactly(numbers.get(0), numbers.get(2));
    }

    @Test
    void whatWasTakenBackOnTheTicketItselfIsTakenBackHereToo() {
        var bulk = done(Order.of(Deed.ACCEPT), lin);
        long alone = numbers.get(1);
        undos.takeBack(alone, lin, now.plusSeconds(60));
        assertThat(bulks.items(bulk, Fate.TAKEN_BACK, 0, 10))
                .extracting(Item::number)
                .containsExactly(alone);
        assertThat(bulks.progress(takenBack(bulk, lin)))
                .as("only the others are left to take back")
                .isEqualTo(new Progress(2, 0, 0, 0, 0));
        tickets.accept(alone, null, lin, now.plusSeconds(120));
        undos.takeBack(alone, lin, now.plusSeconds(180));
        assertThat(bulks.progress(bulk)).isEqualTo(new Progress(0, 0, 0, 3, 0));
    }

    @Test
    void whoMayNoLongerDoItMayNotTakeItBack() {
        var bulk = done(Order.of(Deed.ACCEPT), lin);
        teams.staff(team.id(), Set.of(), Me.QIAO, now);
        var back = takenBack(bulk, lin);
        assertThat(bulks.progress(back)).isEqualTo(new Progress(0, 0, 3, 0, 0));
        eachIs(Stage.Name.WORKING);
    }

    @Test
    void whatWouldGoBackToSomebodyWhoHasLeftStandsWithItsTeam() {
        var wei = cast.join(team, cast.hire("engineer"));
        numbers.forEach(n -> tickets.accept(n, null, wei, now));
        var bulk = done(Order.of(Deed.ASSIGN).to(team.id(), lin.id()).because("换人"), manager);
        people.activate(wei.id(), false, Me.QIAO, now);
        var back = takenBack(bulk, manager);
        assertThat(bulks.progress(back).done()).isEqualTo(3);
        eachIs(Stage.Name.WAITING);
        assertThat(all()).allSatisfy(t -> {
            assertThat(t.place().team()).isEqualTo(team.id());
            assertThat(t.place().person()).isNull();
        });
    }

    @Test
    void whomOneFollowsIsTakenBackToo() {
        var bulk = done(Order.of(Deed.WATCH), lin);
        assertThat(watchers()).contains(lin.id());
        takenBack(bulk, lin);
        assertThat(watchers()).doesNotContain(lin.id());
        assertThat(bulks.progress(bulk)).isEqualTo(new Progress(0, 0, 0, 3, 0));
    }

    @Test
    void whomSomebodyElseFollowsIsTakenBackForThemAndNotForWhoeverTakesItBack() {
        var admin = cast.hire("admin");
        done(Order.of(Deed.WATCH), admin);
        var bulk = done(Order.of(Deed.WATCH), lin);
        assertThat(bulks.progress(takenBack(bulk, admin)).done()).isEqualTo(3);
        assertThat(watchers()).contains(admin.id()).doesNotContain(lin.id());
    }

    private List<Long> watchers() {
        return participants.of(Tickets.KIND, numbers.getFirst()).stream()
                .filter(p -> p.role().equals("watcher"))
                .map(Participant::person)
                .toList();
    }

    @Test
    void howTicketsStoodIsForgottenWhenNobodyCanTakeItBackAnyMore() {
        var bulk = done(Order.of(Deed.ACCEPT), lin);
        sweep.work(now);
        assertThat(remembered(bulk)).isEqualTo(3);
        while (sweep.work(now.plus(Bulk.UNDONE_WITHIN).plusSeconds(3600)) > 0)
            assertThat(bulk).isNotNull();
        assertThat(remembered(bulk)).isZero();
        assertThat(bulks.progress(bulk).done()).isEqualTo(3);
    }

    private int remembered(Bulk bulk) {
        return db.sql("select count(*)::int as n from ticket.bulk_item where bulk_id = :bulk and before is not null")
                .bind("bulk", bulk.id())
                .one(row -> row.integer("n"));
    }
}

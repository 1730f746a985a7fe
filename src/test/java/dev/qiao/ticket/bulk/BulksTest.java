package dev.qiao.ticket.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.base.Refused;
import dev.qiao.people.Team;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.bulk.Bulk.Fate;
import dev.qiao.ticket.bulk.Bulk.Progress;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulksTest extends BulkDesk {
    Team others;

    @BeforeEach
    void anotherTeam() {
        others = cast.team(null);
    }

    private void finish(Bulk bulk) {
        finished(bulk, manager);
    }

    private static Order tagged(String tag) {
        return Order.of(Deed.TAG).tagging(List.of(tag));
    }

    @Test
    void eachTicketIsActedOnWithThePersonsOwnRightsAndSaysWhyNot() {
        var ours = open(3, team);
        var theirs = open(2, others);
        var all = new ArrayList<>(ours);
        all.addAll(theirs);
        all.add(999_999_999L);
        var bulk = bulks.start(tagged("停电"), all, lin, now);
        finished(bulk, lin);
        assertThat(bulks.progress(bulk)).isEqualTo(new Progress(3, 0, 3, 0, 0));
        assertThat(bulks.items(bulk, Fate.REFUSED, 0, 10))
                .allSatisfy(item -> assertThat(item.problem()).isEqualTo("ticket.no_such"));
        assertThat(tickets.of(ours))
                .allSatisfy(t -> assertThat(t.matter().tags()).contains("停电"));
        assertThat(tickets.of(theirs))
                .allSatisfy(t -> assertThat(t.matter().tags()).isEmpty());
    }

    @Test
    void itIsDoneBitByBitAndGoesOnWhereItWasLeft() {
        var numbers = open(60, team);
        var bulk = bulks.start(tagged("巡检"), numbers, manager, now);
        worker.work(now);
        var first = bulks.progress(bulk);
        assertThat(first.done()).isBetween(1, 59);
        finish(bulk);
        assertThat(bulks.progress(bulk).done()).isEqualTo(60);
        assertThat(tickets.of(numbers)).allSatisfy(t -> assertThat(t.version()).isEqualTo(3));
    }

    @Test
    void whatIsCancelledLeavesTheRestAlone() {
        var numbers = open(60, team);
        var bulk = bulks.start(tagged("误操作"), numbers, manager, now);
        worker.work(now);
        int done = bulks.progress(bulk).done();
        bulks.cancel(bulk.id(), manager, now);
        worker.work(now);
        assertThat(bulks.progress(bulk)).isEqualTo(new Progress(done, 0, 0, 0, 60 - done));
        assertThatThrownBy(() -> bulks.cancel(bulk.id(), manager, now)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> bulks.find(bulk.id(), lin)).isInstanceOf(Refused.class);
    }

    @Test
    void takenBackEachTicketIsAsBeforeButForThoseThatWereChangedSince() {
        var numbers = open(4, team);
        long changed = numbers.getFirst();
        var order = Order.of(Deed.PRIORITY).weighing(Priority.URGENT).because("全楼断电");
        var bulk = bulks.start(order, numbers, manager, now);
        finish(bulk);
        assertThat(tickets.of(numbers))
                .allSatisfy(t -> assertThat(t.weight().priority()).isEqualTo(Priority.URGENT));
        tickets.accept(changed, null, lin, now);
        var back = bulks.reverse(bulk.id(), manager, now);
        finish(back);
        assertThat(bulks.progress(back)).isEqualTo(new Progress(3, 0, 1, 0, 0));
        for (var ticket : tickets.of(numbers)) {
            assertThat(ticket.weight().priority())
                    .isEqualTo(ticket.number() == changed ? Priority.URGENT : Priority.NORMAL);
        }
        assertThatThrownBy(() -> bulks.reverse(bulk.id(), manager, now)).isInstanceOf(Refused.class);
    }

    @Test
    void whatWasResolvedTogetherIsReopenedTogetherWithinADay() {
        var numbers = open(3, team);
        var order = Order.of(Deed.RESOLVE).ending(Outcome.FIXED, Cause.NETWORK).saying("换了交换机");
        var bulk = bulks.start(order, numbers, manager, now);
        finish(bulk);
        assertThat(tickets.of(numbers)).allSatisfy(t -> assertThat(t.stage()).isInstanceOf(Stage.Resolved.class));
        var ended = bulks.find(bulk.id(), manager);
        assertThat(bulks.reversible(ended, now.plus(Duration.ofHours(25)))).isFalse();
        finish(bulks.reverse(bulk.id(), manager, now));
        assertThat(tickets.of(numbers))
                .allSatisfy(t -> assertThat(t.stage().open()).isTrue());
    }

    @Test
    void anOrderThatCouldNotBeDoneToAnyTicketIsRefusedAtOnce() {
        var numbers = open(1, team);
        assertThatThrownBy(() -> bulks.start(Order.of(Deed.HOLD), numbers, manager, now))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> bulks.start(Order.of(Deed.TAG), numbers, manager, now))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> bulks.start(tagged("x"), List.of(), manager, now))
                .isInstanceOf(Refused.class);
        var far =
                IntStream.rangeClosed(1, Bulks.MOST + 1).mapToObj(Long::valueOf).toList();
        assertThatThrownBy(() -> bulks.start(tagged("x"), far, manager, now)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> bulks.start(tagged("x"), numbers, user, now)).isInstanceOf(Refused.class);
    }

    @Test
    void theApiStartsTellsAndReverses() {
        var numbers = open(2, team);
        var api = http.as(cast.token(manager));
        var made = api.post("/api/v1/bulk", Map.of("act", "tag", "tickets", numbers, "tags", List.of("接口")))
                .expect(201);
        long id = made.json().get("id").asLong();
        assertThat(made.json().get("state").asString()).isEqualTo("running");
        finish(bulks.find(id, manager));
        assertThat(api.get("/api/v1/bulk/" + id).expect(200).json().get("done").asInt())
                .isEqualTo(2);
        assertThat(api.get("/api/v1/bulk/" + id + "/items")
                        .expect(200)
                        .json()
                        .get("items")
                        .get(0)
                        .get("outcome")
                        .asString())
                .isEqualTo("done");
        api.post("/api/v1/bulk/" + id + "/reversal").expect(201);
        assertThat(http.as(cast.token(lin)).get("/api/v1/bulk/" + id).status()).isEqualTo(404);
    }
}

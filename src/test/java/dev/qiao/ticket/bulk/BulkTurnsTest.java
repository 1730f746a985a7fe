package dev.qiao.ticket.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.base.Db;
import dev.qiao.base.Refused;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BulkTurnsTest extends BulkDesk {
    @Autowired
    Db db;

    private static Order tagged(String tag) {
        return Order.of(Deed.TAG).tagging(List.of(tag));
    }

    @Test
    void eightLargeActsHoldUpNoSmallOneThatBeganLater() {
        var numbers = open(52, team);
        var large = new ArrayList<Bulk>();
        for (int i = 0; i < 8; i++) large.add(bulks.start(tagged("大" + i), numbers, manager, now));
        var small = bulks.start(tagged("小"), numbers.subList(0, 1), lin, now);
        worker.work(now);
        worker.work(now);
        assertThat(bulks.find(small.id(), lin).running()).isFalse();
        assertThat(bulks.progress(large))
                .hasSize(8)
                .allSatisfy((id, progress) -> assertThat(progress).isEqualTo(bulks.progress(bulks.find(id, manager))));
        large.forEach(bulk -> bulks.cancel(bulk.id(), manager, now));
    }

    @Test
    void onePersonDoesNotBeginActsWithoutEnd() {
        var numbers = open(1, team);
        var running = new ArrayList<Bulk>();
        for (int i = 0; i < Bulks.MOST_RUNNING; i++) running.add(bulks.start(tagged("第" + i), numbers, manager, now));
        assertThatThrownBy(() -> bulks.start(tagged("多"), numbers, manager, now))
                .isInstanceOf(Refused.class)
                .hasMessage("ticket.bulk.too_many_running");
        bulks.cancel(bulks.start(tagged("别人"), numbers, lin, now).id(), lin, now);
        bulks.cancel(running.getFirst().id(), manager, now);
        running.set(0, bulks.start(tagged("又"), numbers, manager, now));
        running.forEach(bulk -> bulks.cancel(bulk.id(), manager, now));
    }

    @Test
    void ofTwoWhoTakeItBackAtOnceOneIsToldThatItIsDone() {
        var done = finished(bulks.start(tagged("停电"), open(2, team), manager, now), manager);
        var late = db.transact(() -> {
            bulks.reverse(done.id(), manager, now);
            var other = CompletableFuture.runAsync(() -> bulks.reverse(done.id(), cast.hire("admin"), now));
            pause();
            return other;
        });
        assertThatThrownBy(late::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(Refused.class)
                .hasMessageContaining("ticket.bulk.not_reversible");
    }

    /** Long enough for the other to come to where it waits. */
    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

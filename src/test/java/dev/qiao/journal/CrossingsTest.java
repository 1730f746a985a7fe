package dev.qiao.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Origin;
import dev.qiao.base.Refused;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Of two changes of one thing the later is refused when its page did not show the earlier. */
@QiaoTest
class CrossingsTest {
    private static final AtomicLong THINGS = new AtomicLong(70_000);

    @Autowired
    Journal journal;

    @Autowired
    Db db;

    @Autowired
    DataSource pool;

    long thing;

    @BeforeEach
    void another() {
        thing = THINGS.incrementAndGet();
    }

    @Test
    void aChangeThatThePageDidNotShowIsNotWrittenOver() {
        var page = mark();
        change(page, "proof.thing", 1);
        assertThatThrownBy(() -> change(page, "proof.thing", 2))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(Refused.Status.STALE));
        assertThat(written()).isOne();
        change(mark(), "proof.thing", 2);
        change(null, "proof.thing", 3);
        assertThat(written()).isEqualTo(3);
    }

    @Test
    void anotherThingAndAnotherSideOfItAreNoCrossing() {
        var page = mark();
        change(page, "proof.thing", 1);
        change(page, "calendar.calendar", 1);
        thing = THINGS.incrementAndGet();
        change(page, "proof.thing", 1);
        assertThat(written()).isOne();
    }

    @Test
    void whatBeganBeforeThePageAndCommittedAfterItIsFound() throws SQLException {
        try (var early = new Steps(pool)) {
            early.run("""
                    insert into journal.entry (at, origin, kind, subject, version, act, actor, audience, facts)
                    values (now(), 'live', 'thing', %d, 1, 'configured', 0, 'admin', '{"what":"proof.thing","code":"x","before":{},"after":{}}')
                    """.formatted(thing));
            var page = mark();
            early.commit();
            assertThatThrownBy(() -> change(page, "proof.thing", 2)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void ofManyInOneMomentOnePasses() throws InterruptedException {
        var page = mark();
        var ready = new CountDownLatch(8);
        var passed = new AtomicInteger();
        var refused = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                ready.countDown();
                try {
                    ready.await();
                    change(page, "proof.thing", 5);
                    passed.incrementAndGet();
                } catch (Refused stale) {
                    refused.incrementAndGet();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (var thread : threads) thread.join();
        assertThat(passed).hasValue(1);
        assertThat(refused).hasValue(7);
        assertThat(written()).isOne();
    }

    private Mark mark() {
        return new Mark(db.sql("select pg_current_snapshot()::text as mark").one(row -> row.text("mark")));
    }

    private void change(@Nullable Mark page, String what, int to) {
        var facts = Configured.of(what, "x", Map.of("is", 0), Map.of("is", to));
        var entry = new Entry(TestClock.MONDAY, Origin.LIVE, "thing", thing, 1, 0, Audience.ADMIN, facts);
        if (page == null) db.transact(() -> journal.write(entry));
        else
            Opened.on(
                    page,
                    () -> db.transact(() -> {
                        journal.write(entry);
                        return true;
                    }));
    }

    private int written() {
        return journal.of("thing", thing, 0, 20).size();
    }
}

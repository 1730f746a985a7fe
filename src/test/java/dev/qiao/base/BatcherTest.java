package dev.qiao.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.base.Batcher.Work;
import dev.qiao.base.server.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

@QiaoTest
class BatcherTest {
    @Autowired
    Db db;

    @Autowired
    DataSource pool;

    @Autowired
    Database database;

    private record Slip(UUID draft, int amount) {}

    private final AtomicInteger batches = new AtomicInteger();
    private Consumer<List<Slip>> within = _ -> {};

    @BeforeEach
    void table() {
        JdbcClient.create(database.owner()).sql("""
                create schema if not exists proof;
                create table if not exists proof.slip (draft uuid primary key, amount integer not null check (amount >= 0));
                grant usage on schema proof to public;
                grant select, insert on proof.slip to public;
                """).update();
    }

    @Test
    void manyCallsShareFewTransactionsAndEachHasItsOwnAnswer() throws InterruptedException {
        try (var batcher = new Batcher<>(db, work(db))) {
            var answers = concurrently(slips(600, new Random(1)), batcher);
            assertThat(answers).hasSize(600);
            answers.forEach((slip, answer) -> assertThat(answer).isEqualTo(slip.amount() + 1));
        }
        assertThat(batches.get()).isLessThan(400);
    }

    @Test
    void aBadCallFailsAlone() throws InterruptedException {
        var random = new Random(2);
        for (int round = 0; round < 5; round++) {
            var slips = slips(100, random);
            slips.add(random.nextInt(slips.size()), new Slip(UUID.randomUUID(), -1));
            slips.add(random.nextInt(slips.size()), new Slip(UUID.randomUUID(), -2));
            try (var batcher = new Batcher<>(db, work(db))) {
                var answers = concurrently(slips, batcher);
                slips.forEach(slip -> {
                    if (slip.amount() < 0) assertThat(answers.get(slip)).isInstanceOf(RuntimeException.class);
                    else assertThat(answers.get(slip)).isEqualTo(slip.amount() + 1);
                });
                assertThat(stored(slips)).hasSize(100);
            }
        }
    }

    @Test
    void aLostAnswerToCommitIsLookedUp() throws InterruptedException {
        for (boolean committed : new boolean[] {true, false}) {
            var flaky = new FlakyCommits(pool, committed);
            var far = new Db(JdbcClient.create(pool), flaky);
            var slips = slips(200, new Random(3));
            try (var batcher = new Batcher<>(far, work(far))) {
                var answers = concurrently(slips, batcher);
                slips.forEach(slip -> assertThat(answers.get(slip)).isEqualTo(slip.amount() + 1));
            }
            assertThat(flaky.lost.get()).isPositive();
            assertThat(stored(slips)).hasSize(200);
        }
    }

    @Test
    void aConnectionKilledInTheMiddleLosesNothingAndDoublesNothing() throws InterruptedException {
        var kills = new AtomicInteger(3);
        within = _ -> {
            if (kills.getAndDecrement() > 0)
                db.sql("select pg_terminate_backend(pg_backend_pid())").list(_ -> true);
        };
        var slips = slips(200, new Random(4));
        Map<Slip, Object> answers;
        try (var batcher = new Batcher<>(db, work(db))) {
            answers = concurrently(slips, batcher);
        }
        var answered =
                slips.stream().filter(s -> answers.get(s) instanceof Integer).toList();
        assertThat(answered).hasSize(200);
        assertThat(stored(slips))
                .containsExactlyInAnyOrderElementsOf(
                        answered.stream().map(Slip::draft).toList());
    }

    @Test
    void whoeverHoldsATransactionIsRefused() {
        try (var batcher = new Batcher<>(db, work(db))) {
            assertThatThrownBy(() -> db.transact(() -> batcher.submit(new Slip(UUID.randomUUID(), 1))))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whenItIsClosedItRefuses() {
        var batcher = new Batcher<>(db, work(db));
        batcher.close();
        assertThatThrownBy(() -> batcher.submit(new Slip(UUID.randomUUID(), 1))).isInstanceOf(Refused.class);
    }

    /** Loses the answer of the first and every third COMMIT after it, after or before the server did it. */
    private static final class FlakyCommits extends JdbcTransactionManager {
        private final transient AtomicInteger commits = new AtomicInteger();
        private final transient AtomicInteger lost = new AtomicInteger();
        private final boolean committed;

        private FlakyCommits(DataSource pool, boolean committed) {
            super(pool);
            this.committed = committed;
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            if (commits.getAndIncrement() % 3 != 0) {
                super.doCommit(status);
                return;
            }
            lost.incrementAndGet();
            if (committed) super.doCommit(status);
            else super.doRollback(status);
            throw new TransactionSystemException("the line was cut");
        }
    }

    private Work<Slip, Integer> work(Db on) {
        return new Work<>(
                "slips",
                slips -> {
                    batches.incrementAndGet();
                    within.accept(slips);
                    on.sql("insert into proof.slip select * from unnest(:drafts::uuid[], :amounts::integer[])")
                            .bind("drafts", Db.column(slips, Slip::draft))
                            .bind("amounts", Db.column(slips, Slip::amount))
                            .update();
                    return slips.stream().map(slip -> slip.amount() + 1).toList();
                },
                slips -> {
                    var stored = stored(slips);
                    return new ArrayList<@Nullable Integer>(slips.stream()
                            .map(slip -> stored.contains(slip.draft()) ? slip.amount() + 1 : null)
                            .toList());
                },
                100);
    }

    private List<UUID> stored(List<Slip> slips) {
        return db.sql("select draft from proof.slip where draft = any(:drafts::uuid[])")
                .bind("drafts", Db.column(slips, Slip::draft))
                .list(row -> row.uuid("draft"));
    }

    private static List<Slip> slips(int count, Random random) {
        var slips = new ArrayList<Slip>();
        for (int n = 0; n < count; n++) slips.add(new Slip(UUID.randomUUID(), random.nextInt(1000)));
        return slips;
    }

    private static Map<Slip, Object> concurrently(List<Slip> slips, Batcher<Slip, Integer> batcher)
            throws InterruptedException {
        var answers = new ConcurrentHashMap<Slip, Object>();
        var threads = new ArrayList<Thread>();
        for (var slip : slips) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    answers.put(slip, batcher.submit(slip));
                } catch (RuntimeException e) {
                    answers.put(slip, e);
                }
            }));
        }
        for (var thread : threads) thread.join();
        return new HashMap<>(answers);
    }
}

package dev.qiao.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Refused;
import dev.qiao.base.server.Database;
import dev.qiao.people.Crowd;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

@QiaoTest
class ReadingTest {
    private static final Instant NOW = TestClock.MONDAY;

    @Autowired
    Journal journal;

    @Autowired
    Db db;

    @Autowired
    DataSource pool;

    @Autowired
    Database database;

    @Autowired
    Parking parking;

    @Autowired
    Crowd crowd;

    private final String kind = "note-" + UUID.randomUUID();
    private final Echo echo = new Echo();

    /** Its effect is an entry of its own, so that effects can be counted after whatever happened. */
    private final class Echo implements Reader {
        private final String name = "echo-" + UUID.randomUUID();
        private final List<Long> order = new ArrayList<>();
        private Consumer<Recorded> before = _ -> {};
        private Runnable within = () -> {};

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean wants(Recorded entry) {
            return entry.kind().equals(kind);
        }

        @Override
        public Runnable read(List<Recorded> batch, Instant now) {
            batch.forEach(before);
            return () -> {
                order.addAll(batch.stream().map(Recorded::subject).toList());
                journal.write(batch.stream()
                        .map(e -> entry(kind + "-echo", e.subject()))
                        .toList());
                within.run();
            };
        }
    }

    @BeforeEach
    void catchUp() {
        drain(reading(db));
    }

    @Test
    void anOlderTransactionThatCommitsLateIsNotLost() throws SQLException {
        var reading = reading(db);
        try (var older = new Steps(pool)) {
            write(1);
            older.write(kind, 2);
            drain(reading);
            assertThat(echo.order).as("nothing beyond the horizon").isEmpty();
            older.commit();
            drain(reading);
        }
        assertThat(echo.order).as("by transaction, then by id").containsExactly(2L, 1L);
    }

    @Test
    void aLongTransactionOfSomebodyElseDelaysAndLosesNothing() throws SQLException {
        var reading = reading(db);
        try (var _ = new Steps(pool)) {
            write(1, 2, 3);
            drain(reading);
            assertThat(echo.order).isEmpty();
        }
        drain(reading);
        assertThat(echo.order).containsExactly(1L, 2L, 3L);
    }

    @Test
    void ofTwoNodesOneHasTheEffect() throws Exception {
        try (var other = new HikariDataSource()) {
            other.setDataSource(database.app());
            var far = new Db(JdbcClient.create(other), new JdbcTransactionManager(other));
            var nodes = List.of(reading(db), reading(far));
            var threads = new ArrayList<Thread>();
            var go = new CountDownLatch(1);
            var left = new AtomicInteger(40);
            for (var node : nodes) {
                threads.add(Thread.ofVirtual().start(() -> {
                    awaitQuietly(go);
                    while (left.get() > 0 || node.work(NOW) > 0) node.work(NOW);
                }));
            }
            go.countDown();
            for (int n = 0; n < 40; n++) {
                write(n * 10L, n * 10L + 1);
                left.decrementAndGet();
            }
            for (var thread : threads) thread.join();
            drain(nodes.getFirst());
        }
        assertThat(echoes()).hasSize(80).doesNotHaveDuplicates();
    }

    @Test
    void aKillLosesEffectAndCursorTogether() {
        var reading = reading(db);
        write(1);
        echo.within =
                () -> db.sql("select pg_terminate_backend(pg_backend_pid())").list(_ -> true);
        assertThatThrownBy(() -> drain(reading));
        assertThat(echoes()).isEmpty();
        echo.within = () -> {};
        drain(reading(db));
        assertThat(echoes()).containsExactly(1L);
    }

    @Test
    void aFailureIsTriedAgainThenParkedAndTheReaderGoesOn() {
        var reading = reading(db);
        var attempts = new AtomicInteger();
        echo.before = entry -> {
            if (entry.subject() == 2) {
                attempts.incrementAndGet();
                var driver = new SQLException("Detail: Key (title)=(somebody's own words)", "23505");
                throw new DuplicateKeyException("somebody's own words", driver);
            }
        };
        write(1, 2, 3);
        drain(reading);
        assertThat(echoes()).containsExactly(1L, 3L);
        assertThat(attempts).hasValue(1 + 3);
        var parked = parking.list(100, Me.QIAO).stream()
                .filter(p -> p.reader().equals(echo.name))
                .toList();
        assertThat(parked).hasSize(1);
        assertThat(parked.getFirst().subject()).isEqualTo(2);
        assertThat(parked.getFirst().error())
                .as("what failed, without the words of whoever wrote them")
                .isEqualTo(DuplicateKeyException.class.getName() + " 23505");
    }

    @Test
    void onlyAdministratorsSeeWhatIsParked() {
        assertThatThrownBy(() -> parking.list(1, crowd.me(NOW, "manager"))).isInstanceOf(Refused.class);
    }

    @Test
    void aRefusalIsAnOutcome() {
        var reading = reading(db);
        echo.before = entry -> {
            if (entry.subject() == 2) throw Refused.conflict("journal.not_parked");
        };
        write(1, 2, 3);
        drain(reading);
        assertThat(echoes()).containsExactly(1L, 3L);
        assertThat(parking.list(100, Me.QIAO)).noneMatch(p -> p.reader().equals(echo.name));
    }

    @Test
    void entriesThatConcernNobodyAreNotReadTwice() {
        var reading = reading(db);
        db.transact(() -> journal.write(LongStream.range(0, 2500)
                .mapToObj(n -> entry(kind + "-other", n))
                .toList()));
        drain(reading);
        assertThat(Cursor.stored(db, echo.name)).isNotEqualTo(new Cursor("0", 0));
        write(1);
        drain(reading);
        assertThat(echo.order).containsExactly(1L);
    }

    @Test
    void nobodyWithoutTheRightTriesAgain() {
        var nobody = new Me(
                5,
                "n",
                "n",
                0,
                java.util.Set.of(),
                java.util.Set.of(),
                Me.QIAO.language(),
                Me.QIAO.zone(),
                Origin.LIVE);
        assertThatThrownBy(() -> parking.again("x", 1, nobody, NOW)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> parking.again("x", 1, Me.QIAO, NOW)).isInstanceOf(Refused.class);
    }

    private Reading reading(Db on) {
        return new Reading(on, new Tail(on), echo, parking, List.of(Duration.ofMillis(1), Duration.ofMillis(1)));
    }

    private static void drain(Reading reading) {
        while (reading.work(NOW) > 0) {}
    }

    private void write(long... subjects) {
        db.transact(() -> journal.write(
                LongStream.of(subjects).mapToObj(s -> entry(kind, s)).toList()));
    }

    private static Entry entry(String kind, long subject) {
        return new Entry(NOW, Origin.LIVE, kind, subject, 1, 0, Audience.PUBLIC, new NoteTaken("a"));
    }

    private List<Long> echoes() {
        return journal.newest(kind + "-echo", List.of(Audience.PUBLIC), 1000).stream()
                .map(Recorded::subject)
                .sorted()
                .toList();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

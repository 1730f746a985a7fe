package dev.qiao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What falls between a page and its stream. */
@QiaoTest
class MissedTest {
    @Autowired
    Missed missed;

    @Autowired
    Journal journal;

    @Autowired
    Db db;

    @Autowired
    DataSource pool;

    @Test
    void whatCommittedAfterThePageIsToldOnceAndWhatThePageSawIsNot() {
        write(Origin.LIVE, 2_000);
        var page = mark();
        write(Origin.LIVE, 2_002, 2_003, 2_002);
        write(Origin.IMPORT, 2_004);
        var news = missed.since(page, Me.QIAO);
        assertThat(news.all()).isFalse();
        assertThat(news.happened()).extracting(Happened::subject).containsExactly(2_002L);
        assertThat(missed.since(news.mark(), Me.QIAO).happened()).isEmpty();
    }

    @Test
    void anActThatBeganBeforeThePageAndCommittedAfterItIsTold() throws SQLException {
        try (var early = new Steps(pool)) {
            early.write(ProbeVisible.KIND, 2_010);
            write(Origin.LIVE, 2_012);
            var page = mark();
            assertThat(missed.since(page, Me.QIAO).happened()).isEmpty();
            early.commit();
            assertThat(missed.since(page, Me.QIAO).happened())
                    .extracting(Happened::subject)
                    .containsExactly(2_010L);
        }
    }

    @Test
    void moreThanCanBeToldIsSaidToBeEverything() {
        var page = mark();
        write(Origin.LIVE, LongStream.range(0, 500).map(n -> 2 * n).toArray());
        var news = missed.since(page, Me.QIAO);
        assertThat(news.all()).isTrue();
        assertThat(news.happened()).isEmpty();
        assertThat(missed.since(news.mark(), Me.QIAO).all()).isFalse();
    }

    @Test
    void whoDoesNotKnowWhereTheyWereOrComesFromElsewhereIsToldToLookAtEverything() {
        assertThat(missed.since(null, Me.QIAO).all()).isTrue();
        var ahead = new Mark("900000000000000:900000000000000:");
        assertThat(missed.since(ahead, Me.QIAO).all()).isTrue();
        var longAgo = missed.since(new Mark("1:1:"), Me.QIAO);
        assertThat(longAgo.happened().size()).isLessThanOrEqualTo(200);
    }

    @Test
    void aMarkIsWhatPostgresWouldTake() {
        assertThat(Mark.read("10:20:12,15")).isEqualTo(Optional.of(new Mark("10:20:12,15")));
        assertThat(Mark.read("10:10:")).isPresent();
        assertThat(mark()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "0:1:", "2:1:", "10:20:9", "10:20:20", "10:20:12,12", "10:20:12,", "1:2:3'", "-1:2:"})
    void whatPostgresWouldNotTakeIsNoMark(String said) {
        assertThat(Mark.read(said)).isEmpty();
    }

    private Mark mark() {
        var snapshot = db.sql("select pg_current_snapshot()::text as mark").one(row -> row.text("mark"));
        return Mark.read(snapshot).orElseThrow();
    }

    private void write(Origin origin, long... subjects) {
        db.transact(() -> journal.write(LongStream.of(subjects)
                .mapToObj(s -> new Entry(
                        TestClock.MONDAY, origin, ProbeVisible.KIND, s, 1, 0, Audience.PUBLIC, new NoteTaken("a")))
                .toList()));
    }
}

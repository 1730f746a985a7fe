package dev.qiao.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Origin;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class JournalTest {
    @Autowired
    Journal journal;

    @Autowired
    Db db;

    private final String kind = "note-" + UUID.randomUUID();

    @Test
    void anEntryIsReadBackAsItWasWritten() {
        db.transact(() -> journal.write(entry(7, Audience.PUBLIC)));
        var read = journal.of(kind, 7, 0, 10);
        assertThat(read).hasSize(1);
        var entry = read.getFirst();
        assertThat(entry.at()).isEqualTo(TestClock.MONDAY);
        assertThat(entry.recordedAt())
                .isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(1, ChronoUnit.MINUTES));
        assertThat(entry.act()).isEqualTo("note.taken");
        assertThat(entry.is(NoteTaken.class)).isTrue();
        assertThat(entry.as(NoteTaken.class)).isEqualTo(new NoteTaken("a"));
        assertThat(entry.live()).isTrue();
    }

    @Test
    void aTimelineHoldsWhatIsMeantForItsReader() {
        db.transact(() -> journal.write(List.of(entry(1, Audience.PUBLIC), entry(1, Audience.INTERNAL))));
        assertThat(journal.of(kind, 1, EnumSet.of(Audience.PUBLIC), 0, 10)).hasSize(1);
        assertThat(journal.newest(kind, EnumSet.of(Audience.INTERNAL), 10)).hasSize(1);
    }

    @Test
    void anActAndItsEntryShareOneTransaction() {
        assertThatThrownBy(() -> journal.write(entry(1, Audience.PUBLIC))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasWrittenCannotBeChangedOrRemoved() {
        db.transact(() -> journal.write(entry(1, Audience.PUBLIC)));
        for (var sql : List.of(
                "update journal.entry set actor = 9 where kind = :kind",
                "delete from journal.entry where kind = :kind")) {
            assertThatThrownBy(() -> db.sql(sql).bind("kind", kind).update())
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> db.sql("truncate journal.entry").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void theJournalIsKeptForHalfAYear() {
        assertThatThrownBy(() -> count("select journal.forget(now() - interval '179 days') as n"))
                .hasStackTraceContaining("180 days");
        assertThat(count("select journal.forget(now() - interval '181 days') as n"))
                .isZero();
    }

    @Test
    void partitionsAreMadeAhead() {
        // The start of the desk made the first; a month that began since leaves one more.
        assertThat(count("select journal.prepare(14) as n")).isBetween(12, 13);
        assertThat(count("select journal.prepare(14) as n")).isZero();
    }

    private int count(String sql) {
        return db.sql(sql).one(row -> row.integer("n"));
    }

    private Entry entry(long subject, Audience audience) {
        return new Entry(TestClock.MONDAY, Origin.LIVE, kind, subject, 1, 0, audience, new NoteTaken("a"));
    }
}

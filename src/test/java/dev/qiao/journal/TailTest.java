package dev.qiao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever reads through the tail reads what stands in the journal: all of it, in order, wherever they are. */
@QiaoTest
class TailTest {
    @Autowired
    Journal journal;

    @Autowired
    Db db;

    private final String kind = "tail-" + UUID.randomUUID();

    @Test
    void readersAtDifferentPlacesEachReadAllAndInOrder() {
        var random = new Random(11);
        var start = end(new Cursor("0", 0));
        var tail = new Tail(db);
        var readers = IntStream.range(0, 5).mapToObj(_ -> new Walk(start)).toList();
        int written = 0;
        for (int round = 0; round < 300; round++) {
            if (written < 2_600) written += write(random.nextInt(30));
            var walk = readers.get(random.nextInt(readers.size()));
            walk.step(tail, 1 + random.nextInt(100));
        }
        readers.forEach(walk -> walk.rest(tail));
        var all = new Walk(start);
        all.restAlone();
        assertThat(all.ours()).hasSize(written);
        readers.forEach(walk -> assertThat(walk.read).isEqualTo(all.read));
    }

    @Test
    void aPlaceBeyondWhatIsKeptBeginsAnew() {
        var tail = new Tail(db);
        var start = end(new Cursor("0", 0));
        write(3);
        assertThat(tail.after(start, 100)).hasSizeGreaterThanOrEqualTo(3);
        write(3);
        var later = end(start);
        assertThat(tail.after(later, 100)).isEmpty();
        write(2);
        var far = new Walk(later);
        far.rest(tail);
        assertThat(far.ours()).hasSize(2);
        assertThat(tail.after(start, 4)).as("further back than is kept").hasSize(4);
    }

    private final class Walk {
        private final List<Long> read = new ArrayList<>();
        private final List<Long> ours = new ArrayList<>();
        private Cursor at;

        Walk(Cursor at) {
            this.at = at;
        }

        List<Long> ours() {
            return ours;
        }

        boolean step(Tail tail, int limit) {
            return took(tail.after(at, limit));
        }

        void rest(Tail tail) {
            while (step(tail, 500)) {}
        }

        void restAlone() {
            while (took(at.ahead(db, 500))) {}
        }

        private boolean took(List<Recorded> entries) {
            for (var entry : entries) {
                read.add(entry.id());
                if (entry.kind().equals(kind)) ours.add(entry.id());
                at = Cursor.at(entry);
            }
            return !entries.isEmpty();
        }
    }

    private Cursor end(Cursor from) {
        var at = from;
        for (var next = at.ahead(db, 1_000); !next.isEmpty(); next = at.ahead(db, 1_000))
            at = Cursor.at(next.getLast());
        return at;
    }

    private int write(int entries) {
        if (entries > 0)
            db.transact(() -> journal.write(IntStream.range(0, entries)
                    .mapToObj(n -> new Entry(
                            TestClock.MONDAY, Origin.DEMO, kind, n, 1, 0, Audience.INTERNAL, new NoteTaken("a")))
                    .toList()));
        return entries;
    }
}

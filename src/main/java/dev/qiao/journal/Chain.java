package dev.qiao.journal;

import dev.qiao.base.Check;
import dev.qiao.base.Db;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The audit chain: a hash over all that was recorded, each link over the one before, so that nothing can be changed unseen. */
@Component
class Chain implements Reader, Check {
    private static final String COLUMNS =
            "number, from_xid::text as from_xid, from_id, xid::text as xid, id, entries, since, previous, hash";
    private static final int SEALS_AT_ONCE = 100;
    private static final int MOST_PROBLEMS = 100;

    private final Db db;

    Chain(Db db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "journal.chain";
    }

    @Override
    public boolean wants(Recorded entry) {
        return true;
    }

    @Override
    public int most() {
        return 500;
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var last = db.sql("select %s from journal.seal order by number desc limit 1".formatted(COLUMNS))
                .optional(Seal::read)
                .orElseGet(Seal::first);
        var next = last.next(batch);
        return () -> db.sql("""
                insert into journal.seal (number, from_xid, from_id, xid, id, entries, since, previous, hash)
                values (:number, :fromXid::xid8, :fromId, :xid::xid8, :id, :entries, :since, :previous, :hash)
                """)
                .bind("number", next.number())
                .bind("fromXid", next.from().xid())
                .bind("fromId", next.from().id())
                .bind("xid", next.to().xid())
                .bind("id", next.to().id())
                .bind("entries", next.entries())
                .bind("since", next.since())
                .bind("previous", next.previous())
                .bind("hash", next.hash())
                .updateOne();
    }

    @Override
    public List<String> problems() {
        var problems = new ArrayList<String>();
        var before = seals(0).stream().findFirst();
        if (before.isEmpty()) return problems;
        long number = before.get().number() - 1;
        byte[] previous = before.get().previous();
        while (problems.size() < MOST_PROBLEMS) {
            var seals = seals(number);
            if (seals.isEmpty()) return problems;
            var entries = new ArrayDeque<>(
                    between(seals.getFirst().from(), seals.getLast().to()));
            for (var seal : seals) {
                if (seal.number() != number + 1)
                    problems.add("seals %d to %d are missing".formatted(number + 1, seal.number() - 1));
                else if (!Arrays.equals(seal.previous(), previous))
                    problems.add("seal %d does not follow the one before it".formatted(seal.number()));
                var own = take(entries, seal);
                if (!seal.holds(own))
                    problems.add("the entries after %d up to %d are not what was sealed (seal %d: %d entries, found %d)"
                            .formatted(seal.from().id(), seal.to().id(), seal.number(), seal.entries(), own.size()));
                number = seal.number();
                previous = seal.hash();
            }
        }
        return problems.subList(0, MOST_PROBLEMS);
    }

    private static List<Recorded> take(ArrayDeque<Recorded> entries, Seal seal) {
        var own = new ArrayList<Recorded>();
        while (!entries.isEmpty() && !after(Cursor.at(entries.getFirst()), seal.to())) own.add(entries.removeFirst());
        return own;
    }

    private static boolean after(Cursor one, Cursor other) {
        int order = Long.compareUnsigned(Long.parseUnsignedLong(one.xid()), Long.parseUnsignedLong(other.xid()));
        return order > 0 || (order == 0 && one.id() > other.id());
    }

    private List<Seal> seals(long after) {
        return db.sql("select %s from journal.seal where number > :after order by number limit :most"
                        .formatted(COLUMNS))
                .bind("after", after)
                .bind("most", SEALS_AT_ONCE)
                .list(Seal::read);
    }

    private List<Recorded> between(Cursor from, Cursor to) {
        return db.sql("""
                select %s from journal.entry
                where (xid, id) > (:fromXid::xid8, :fromId) and (xid, id) <= (:xid::xid8, :id)
                order by entry.xid, id
                """.formatted(Journal.COLUMNS))
                .bind("fromXid", from.xid())
                .bind("fromId", from.id())
                .bind("xid", to.xid())
                .bind("id", to.id())
                .list(Recorded::read);
    }
}

package dev.qiao.journal;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.util.List;
import java.util.Optional;

/**
 * How far a reader has come. The order is (xid, id), below the horizon of the oldest running write transaction: by id alone an entry
 * that commits late would be lost, because an older transaction can hold a younger id.
 */
record Cursor(String xid, long id) implements Comparable<Cursor> {
    static Cursor at(Recorded entry) {
        return new Cursor(entry.xid(), entry.id());
    }

    @Override
    public int compareTo(Cursor other) {
        int byTransaction = Long.compareUnsigned(Long.parseUnsignedLong(xid), Long.parseUnsignedLong(other.xid));
        return byTransaction != 0 ? byTransaction : Long.compare(id, other.id);
    }

    private static Cursor read(Row row) {
        return new Cursor(row.text("xid"), row.number("id"));
    }

    static Cursor stored(Db db, String reader) {
        return find(db, reader).orElseGet(() -> {
            db.sql("insert into journal.cursor (reader) values (:reader) on conflict do nothing")
                    .bind("reader", reader)
                    .update();
            return find(db, reader).orElseThrow();
        });
    }

    private static Optional<Cursor> find(Db db, String reader) {
        return db.sql("select xid::text as xid, id from journal.cursor where reader = :reader")
                .bind("reader", reader)
                .optional(Cursor::read);
    }

    List<Recorded> ahead(Db db, int limit) {
        return db.sql("""
                select %s from journal.entry
                where (xid, id) > (:xid::xid8, :id) and xid < pg_snapshot_xmin(pg_current_snapshot())
                order by entry.xid, id limit :limit
                """.formatted(Journal.COLUMNS))
                .bind("xid", xid)
                .bind("id", id)
                .bind("limit", limit)
                .list(Recorded::read);
    }

    int behind(Db db) {
        return db.sql("""
                select count(*)::integer as n from (
                    select from journal.entry where (xid, id) > (:xid::xid8, :id) limit 10000) as ahead
                """).bind("xid", xid).bind("id", id).one(row -> row.integer("n"));
    }

    /** Takes the row for this transaction if nobody holds it and it still stands here. */
    boolean taken(Db db, String reader) {
        return db.sql("""
                select xid::text as xid, id from journal.cursor
                where reader = :reader and xid = :xid::xid8 and id = :id
                for update skip locked
                """)
                .bind("reader", reader)
                .bind("xid", xid)
                .bind("id", id)
                .optional(Cursor::read)
                .isPresent();
    }

    void moved(Db db, String reader, Cursor to) {
        db.sql("""
                update journal.cursor set xid = :to::xid8, id = :toId, moved_at = clock_timestamp()
                where reader = :reader and xid = :xid::xid8 and id = :id
                """)
                .bind("reader", reader)
                .bind("xid", xid)
                .bind("id", id)
                .bind("to", to.xid())
                .bind("toId", to.id())
                .updateOne();
    }
}

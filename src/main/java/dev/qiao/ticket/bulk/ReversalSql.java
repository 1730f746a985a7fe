package dev.qiao.ticket.bulk;

import dev.qiao.base.Db;
import dev.qiao.ticket.bulk.BulkSql.Done;
import dev.qiao.ticket.undo.Account;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** What can be taken back of bulk acts, and which one takes which back. */
@Repository
class ReversalSql implements Account {
    private final Db db;

    ReversalSql(Db db) {
        this.db = db;
    }

    /** What of another was done, each with what takes it back and the state in which it must still be. */
    void reverse(long bulk, long of, String reason) {
        db.sql("""
                insert into ticket.bulk_item (bulk_id, place, number, what, seen, of_place)
                select :bulk, row_number() over (order by place desc), number,
                       case when back ->> 'deed' in ('assign', 'reopen', 'hand_back')
                            then back || jsonb_build_object('reason', :reason::text) else back end,
                       version, place
                  from ticket.bulk_item
                 where bulk_id = :of and outcome = 'done' and (before is not null or back is not null)
                """).bind("bulk", bulk).bind("of", of).bind("reason", reason).update();
    }

    int reversible(long bulk) {
        return db.sql("""
                select count(*)::int as n from ticket.bulk_item
                 where bulk_id = :bulk and outcome = 'done' and (before is not null or back is not null)
                """).bind("bulk", bulk).one(row -> row.integer("n"));
    }

    /** Which one takes it back. */
    Optional<Long> undoneBy(long id) {
        return db.sql("select id from ticket.bulk where undoes = :id")
                .bind("id", id)
                .optional(row -> row.number("id"));
    }

    /** What was done to a ticket was taken back by another bulk act. */
    void takenBack(Done done) {
        db.sql("update ticket.bulk_item set outcome = 'taken_back' where bulk_id = :bulk and place = :place::int")
                .bind("bulk", done.bulk())
                .bind("place", done.place())
                .update();
    }

    @Override
    public void takenBack(long number, int version) {
        db.sql("""
                update ticket.bulk_item set outcome = 'taken_back'
                 where number = :number and version = :version and outcome = 'done'
                """).bind("number", number).bind("version", version).update();
    }

    /** One that ended before this moment and still keeps how its tickets stood, unless it is just being taken back. */
    Optional<Long> remembered(Instant endedBefore) {
        return db.sql("""
                select b.id from ticket.bulk b
                 where b.remembers and b.ended_at < :before
                   and not exists (select 1 from ticket.bulk r where r.undoes = b.id and r.ended_at is null)
                 order by b.ended_at limit 1
                """).bind("before", endedBefore).optional(row -> row.number("id"));
    }

    int forget(long bulk, int limit) {
        return db.sql("""
                update ticket.bulk_item set before = null
                 where bulk_id = :bulk and place in
                  (select place from ticket.bulk_item where bulk_id = :bulk and before is not null limit :limit)
                """).bind("bulk", bulk).bind("limit", limit).update();
    }

    void forgotten(long bulk) {
        db.sql("update ticket.bulk set remembers = false where id = :bulk")
                .bind("bulk", bulk)
                .update();
    }
}

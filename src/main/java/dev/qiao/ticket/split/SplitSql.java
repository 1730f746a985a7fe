package dev.qiao.ticket.split;

import dev.qiao.base.Db;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Which words became which ticket. */
@Repository
class SplitSql {
    private final Db db;

    SplitSql(Db db) {
        this.db = db;
    }

    void insert(long number, long into, List<Long> comments, long by, Instant at) {
        db.sql("""
                insert into ticket.split (number, into_number, comments, at, by_id)
                values (:number, :into, :comments::bigint[], :at, :by)
                """)
                .bind("number", number)
                .bind("into", into)
                .bind("comments", comments)
                .bind("at", at)
                .bind("by", by)
                .updateOne();
    }

    /** Of this ticket, where it still holds. */
    Optional<Split> of(long into) {
        return db.sql("""
                select into_number, number, comments, at, by_id from ticket.split
                 where into_number = :into and undone_at is null
                """)
                .bind("into", into)
                .optional(row -> new Split(
                        row.number("into_number"),
                        row.number("number"),
                        row.numbers("comments"),
                        row.instant("at"),
                        row.number("by_id")));
    }

    /** False when somebody else was faster. */
    boolean undone(long into, Instant at) {
        return db.sql("update ticket.split set undone_at = :at where into_number = :into and undone_at is null")
                        .bind("at", at)
                        .bind("into", into)
                        .update()
                == 1;
    }
}

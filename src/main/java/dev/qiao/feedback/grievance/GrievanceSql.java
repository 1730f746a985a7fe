package dev.qiao.feedback.grievance;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** All SQL of grievances. */
@Repository
class GrievanceSql {
    private static final String COLUMNS =
            "id, ticket, words, by_id, noted_at, due_at, settled_at, settled_words, complaint";

    private final Db db;

    GrievanceSql(Db db) {
        this.db = db;
    }

    long insert(long ticket, String words, long by, Instant due, Instant now) {
        return db.sql("""
                insert into feedback.grievance (ticket, words, by_id, noted_at, due_at)
                values (:ticket, :words, :by, :now, :due) returning id
                """)
                .bind("ticket", ticket)
                .bind("words", words)
                .bind("by", by)
                .bind("now", now)
                .bind("due", due)
                .one(row -> row.number("id"));
    }

    List<Grievance> ofTicket(long ticket, int limit) {
        return db.sql("select " + COLUMNS
                        + " from feedback.grievance where ticket = :ticket order by id desc limit :limit")
                .bind("ticket", ticket)
                .bind("limit", limit)
                .list(GrievanceSql::grievance);
    }

    Optional<Grievance> lock(long id) {
        return db.sql("select " + COLUMNS + " from feedback.grievance where id = :id for update")
                .bind("id", id)
                .optional(GrievanceSql::grievance);
    }

    /** Those whose time is over, held until the transaction ends; what another node holds is passed over. */
    List<Grievance> due(Instant now, int most) {
        return db.sql("select " + COLUMNS + """
                 from feedback.grievance where due_at <= :now and settled_at is null and complaint is null
                 order by due_at limit :most for update skip locked
                """)
                .bind("now", now)
                .bind("most", most)
                .list(GrievanceSql::grievance);
    }

    void settle(long id, String words, long by, Instant now) {
        db.sql(
                        "update feedback.grievance set settled_at = :now, settled_by = :by, settled_words = :words where id = :id")
                .bind("id", id)
                .bind("words", words)
                .bind("by", by)
                .bind("now", now)
                .updateOne();
    }

    void became(long id, long complaint) {
        db.sql("update feedback.grievance set complaint = :complaint where id = :id")
                .bind("id", id)
                .bind("complaint", complaint)
                .updateOne();
    }

    private static Grievance grievance(Row row) {
        return new Grievance(
                row.number("id"),
                row.number("ticket"),
                row.text("words"),
                row.number("by_id"),
                row.instant("noted_at"),
                row.instant("due_at"),
                row.instantOrNull("settled_at"),
                row.textOrNull("settled_words"),
                row.numberOrNull("complaint"));
    }
}

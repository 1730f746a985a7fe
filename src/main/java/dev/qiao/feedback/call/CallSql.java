package dev.qiao.feedback.call;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.feedback.call.Call.Reason;
import dev.qiao.feedback.call.Call.Result;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of calls. */
@Repository
class CallSql {
    /** A call to be made. */
    record Wanted(long ticket, long person, Reason reason) {}

    private static final String COLUMNS =
            "id, ticket, person_id, reason, asked_at, due_at, attempts, result, words, done_at, done_by";

    private final Db db;

    CallSql(Db db) {
        this.db = db;
    }

    /** One that waits already stays; a low rating comes before its other reason. */
    void insert(List<Wanted> wanted, Instant now) {
        if (wanted.isEmpty()) return;
        db.sql("""
                insert into feedback.call (ticket, person_id, reason, asked_at, due_at)
                select distinct on (w.ticket) w.ticket, w.person, w.reason, :now, :now
                  from unnest(:tickets::bigint[], :people::bigint[], :reasons::text[]) as w (ticket, person, reason)
                 order by w.ticket, w.reason = 'low_rating' desc
                on conflict (ticket) where result is null do update set reason = excluded.reason, due_at = excluded.due_at
                   where excluded.reason = 'low_rating' and call.reason <> 'low_rating'
                """)
                .bind("now", now)
                .bind("tickets", column(wanted, Wanted::ticket))
                .bind("people", column(wanted, Wanted::person))
                .bind("reasons", column(wanted, w -> w.reason().code()))
                .update();
    }

    /** Those of these tickets after which somebody was to be rung up, made or not. */
    Set<Long> called(Collection<Long> tickets) {
        return Set.copyOf(db.sql("select distinct ticket from feedback.call where ticket = any(:tickets::bigint[])")
                .bind("tickets", tickets)
                .list(row -> row.number("ticket")));
    }

    /** To be made now, the most urgent reason first, then the longest waiting. */
    List<Call> due(Instant now, int limit) {
        return db.sql("select " + COLUMNS + """
                 from feedback.call where result is null and due_at <= :now
                 order by case reason when 'low_rating' then 0 when 'vip' then 1 else 2 end, due_at, id limit :limit
                """)
                .bind("now", now)
                .bind("limit", limit)
                .list(CallSql::call);
    }

    /** Made in between, newest first. */
    List<Call> done(Instant from, int limit) {
        return db.sql("select " + COLUMNS
                        + " from feedback.call where done_at >= :from order by done_at desc, id desc limit :limit")
                .bind("from", from)
                .bind("limit", limit)
                .list(CallSql::call);
    }

    Optional<Call> lock(long id) {
        return db.sql("select " + COLUMNS + " from feedback.call where id = :id for update")
                .bind("id", id)
                .optional(CallSql::call);
    }

    void put(long id, int attempts, Instant due, @Nullable Result result, String words, long by, Instant now) {
        db.sql("""
                update feedback.call
                   set attempts = :attempts, due_at = :due, result = :result, words = :words,
                       done_at = case when :result::text is null then null else :now end,
                       done_by = case when :result::text is null then null else :by::bigint end
                 where id = :id
                """)
                .bind("id", id)
                .bind("attempts", attempts)
                .bind("due", due)
                .bind("result", result)
                .bind("words", words)
                .bind("by", by)
                .bind("now", now)
                .updateOne();
    }

    /** True when one was waiting for this ticket. */
    boolean finish(long ticket, Result result, String words, long by, Instant now) {
        return db.sql("""
                update feedback.call set result = :result, words = :words, done_at = :now, done_by = :by
                 where ticket = :ticket and result is null
                """)
                        .bind("ticket", ticket)
                        .bind("result", result)
                        .bind("words", words)
                        .bind("by", by)
                        .bind("now", now)
                        .update()
                == 1;
    }

    void made(long ticket, long person, Result result, String words, long by, Instant now) {
        db.sql("""
                insert into feedback.call (ticket, person_id, reason, asked_at, due_at, result, words, done_at, done_by)
                values (:ticket, :person, 'sample', :now, :now, :result, :words, :now, :by)
                """)
                .bind("ticket", ticket)
                .bind("person", person)
                .bind("result", result)
                .bind("words", words)
                .bind("by", by)
                .bind("now", now)
                .updateOne();
    }

    private static Call call(Row row) {
        return new Call(
                row.number("id"),
                row.number("ticket"),
                row.number("person_id"),
                row.word("reason", Reason.class),
                row.instant("asked_at"),
                row.instant("due_at"),
                row.integer("attempts"),
                row.wordOrNull("result", Result.class),
                row.text("words"),
                row.instantOrNull("done_at"),
                row.numberOrNull("done_by"));
    }
}

package dev.qiao.feedback.complaint;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.feedback.complaint.Complaint.Cause;
import dev.qiao.feedback.complaint.Complaint.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of complaints and their steps. */
@Repository
class ComplaintSql {
    private static final String COLUMNS = """
            number, ticket, complainer_id, organization_id, team_id, against_id, cause, title, words, handler_id, received_at, answered_at,
            concluded_at, result, satisfied, version""";

    private final Db db;

    ComplaintSql(Db db) {
        this.db = db;
    }

    long insert(ComplaintDraft draft, long complainer, @Nullable Long organization, Instant now) {
        return db.sql("""
                insert into feedback.complaint (ticket, complainer_id, organization_id, team_id, against_id, cause, title, words, received_at)
                values (:ticket::bigint, :complainer, :organization::bigint, :team::bigint, :against::bigint, :cause, :title, :words, :now)
                returning number
                """)
                .bind("ticket", draft.ticket())
                .bind("complainer", complainer)
                .bind("organization", organization)
                .bind("team", draft.team())
                .bind("against", draft.against())
                .bind("cause", draft.cause())
                .bind("title", draft.title())
                .bind("words", draft.words())
                .bind("now", now)
                .one(row -> row.number("number"));
    }

    Optional<Complaint> find(long number) {
        return db.sql("select " + COLUMNS + " from feedback.complaint where number = :number")
                .bind("number", number)
                .optional(ComplaintSql::complaint);
    }

    /** Held until the transaction ends. */
    Optional<Complaint> lock(long number) {
        return db.sql("select " + COLUMNS + " from feedback.complaint where number = :number for update")
                .bind("number", number)
                .optional(ComplaintSql::complaint);
    }

    /** Those that were received in between, newest first. */
    List<Complaint> received(Instant from, Instant to, int limit) {
        return db.sql(
                        "select " + COLUMNS
                                + " from feedback.complaint where received_at >= :from and received_at < :to order by received_at desc, number desc limit :limit")
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .list(ComplaintSql::complaint);
    }

    /** What is still owed, the oldest first. */
    List<Complaint> open(int limit) {
        return db.sql("select " + COLUMNS
                        + " from feedback.complaint where concluded_at is null order by number limit :limit")
                .bind("limit", limit)
                .list(ComplaintSql::complaint);
    }

    List<Complaint> ofComplainer(long person, int limit) {
        return db.sql("select " + COLUMNS
                        + " from feedback.complaint where complainer_id = :person order by number desc limit :limit")
                .bind("person", person)
                .bind("limit", limit)
                .list(ComplaintSql::complaint);
    }

    List<Complaint> ofTicket(long ticket, int limit) {
        return db.sql("select " + COLUMNS
                        + " from feedback.complaint where ticket = :ticket order by number desc limit :limit")
                .bind("ticket", ticket)
                .bind("limit", limit)
                .list(ComplaintSql::complaint);
    }

    void update(Complaint c, Instant now) {
        db.sql("""
                update feedback.complaint
                   set handler_id = :handler::bigint, answered_at = :answered::timestamptz, concluded_at = :concluded::timestamptz,
                       result = :result, satisfied = :satisfied::boolean,
                       satisfied_at = case when :satisfied::boolean is null then null else :now end, version = version + 1
                 where number = :number
                """)
                .bind("number", c.number())
                .bind("handler", c.handler())
                .bind("answered", c.answeredAt())
                .bind("concluded", c.concludedAt())
                .bind("result", c.result())
                .bind("satisfied", c.satisfied())
                .bind("now", now)
                .updateOne();
    }

    void step(long complaint, Step.Kind kind, String words, long by, @Nullable Long person, Instant now) {
        db.sql("""
                insert into feedback.complaint_step (complaint, kind, words, by_id, person_id, at)
                values (:complaint, :kind, :words, :by, :person::bigint, :now)
                """)
                .bind("complaint", complaint)
                .bind("kind", kind)
                .bind("words", words)
                .bind("by", by)
                .bind("person", person)
                .bind("now", now)
                .updateOne();
    }

    List<Step> steps(long complaint, int limit) {
        return db.sql("""
                select id, kind, words, by_id, person_id, at from feedback.complaint_step
                 where complaint = :complaint order by id limit :limit
                """)
                .bind("complaint", complaint)
                .bind("limit", limit)
                .list(row -> new Step(
                        row.number("id"),
                        row.word("kind", Step.Kind.class),
                        row.text("words"),
                        row.number("by_id"),
                        row.numberOrNull("person_id"),
                        row.instant("at")));
    }

    private static Complaint complaint(Row row) {
        return new Complaint(
                row.number("number"),
                row.numberOrNull("ticket"),
                row.number("complainer_id"),
                row.numberOrNull("organization_id"),
                row.numberOrNull("team_id"),
                row.numberOrNull("against_id"),
                row.word("cause", Cause.class),
                row.text("title"),
                row.text("words"),
                row.numberOrNull("handler_id"),
                row.instant("received_at"),
                row.instantOrNull("answered_at"),
                row.instantOrNull("concluded_at"),
                row.wordOrNull("result", Result.class),
                row.yesOrNull("satisfied"),
                row.integer("version"));
    }
}

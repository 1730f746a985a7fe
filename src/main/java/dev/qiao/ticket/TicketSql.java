package dev.qiao.ticket;

import dev.qiao.base.Db;
import dev.qiao.base.Origin;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.journal.Audience;
import dev.qiao.people.Sight;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Placing.Placement;
import dev.qiao.ticket.Ticket.Place;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.Weight.Priority;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All writing to the ticket table, and the reading of single tickets. */
@Repository
class TicketSql {
    /** A ticket about to be stored for the first time. */
    record Fresh(UUID draft, Ticket ticket, Origin origin, String words) {}

    static final String COLUMNS = """
            t.number, t.version, t.kind, t.title, t.description, t.category_id, t.service_id, t.organization_id, t.requester_id,
            t.reporter_id, t.source, t.started_at, t.tags, t.restricted, t.vip, t.impact, t.urgency, t.priority, t.priority_reason, t.team_id,
            t.assignee_id, t.placed, t.stage, t.stage_at, t.engineer_id, t.hold_for, t.hold_reason, t.return_at, t.outcome, t.cause,
            t.solution, t.ended_at, t.ended_by, t.closes_at, t.opened_at, t.accepted_at, t.responded_at, t.restored_at,
            t.resolved_at, t.closed_at, t.due_at, t.updated_at, t.reopened, t.handed_over, t.comments
            """;

    private final Db db;

    TicketSql(Db db) {
        this.db = db;
    }

    List<Long> numbers(int count) {
        return db.sql("select nextval('ticket.number') as number from generate_series(1, :count)")
                .bind("count", count)
                .list(row -> row.number("number"));
    }

    Optional<Ticket> find(long number) {
        return db.sql("select " + COLUMNS + " from ticket.ticket t where t.number = :number")
                .bind("number", number)
                .optional(TicketSql::ticket);
    }

    Optional<Ticket> find(long number, Sight sight) {
        return sight.bind(db.sql("select " + COLUMNS + " from ticket.ticket t where t.number = :number and ("
                        + sight.condition("t", Tickets.KIND, "number") + ")"))
                .bind("number", number)
                .optional(TicketSql::ticket);
    }

    List<Ticket> of(Collection<Long> numbers) {
        return db.sql("select " + COLUMNS + " from ticket.ticket t where t.number = any(:numbers::bigint[])")
                .bind("numbers", numbers)
                .list(TicketSql::ticket);
    }

    List<Ticket> of(Collection<Long> numbers, Sight sight) {
        return sight.bind(db.sql(
                        "select " + COLUMNS + " from ticket.ticket t where t.number = any(:numbers::bigint[]) and ("
                                + sight.condition("t", Tickets.KIND, "number") + ")"))
                .bind("numbers", numbers)
                .list(TicketSql::ticket);
    }

    /**
     * The ticket, held until the transaction ends, so that two acts follow one another. Whoever waited for one that restricts it sees the
     * ticket as it is now, but those named on it as they were when the wait began: hence another look.
     */
    Optional<Ticket> lock(long number, Sight sight) {
        return seen(number, sight).or(() -> seen(number, sight));
    }

    private Optional<Ticket> seen(long number, Sight sight) {
        return sight.bind(db.sql("select " + COLUMNS + " from ticket.ticket t where t.number = :number and ("
                        + sight.condition("t", Tickets.KIND, "number") + ") for update"))
                .bind("number", number)
                .optional(TicketSql::ticket);
    }

    Optional<Ticket> lock(long number) {
        return db.sql("select " + COLUMNS + " from ticket.ticket t where t.number = :number for update")
                .bind("number", number)
                .optional(TicketSql::ticket);
    }

    /** Holds them in the order of their numbers until the transaction ends. */
    void hold(Collection<Long> numbers) {
        db.sql("select number from ticket.ticket where number = any(:numbers::bigint[]) order by number for update")
                .bind("numbers", numbers)
                .list(row -> row.number("number"));
    }

    Set<Long> among(Collection<Long> numbers, Sight sight) {
        return new HashSet<>(
                sight.bind(db.sql("select t.number from ticket.ticket t where t.number = any(:numbers::bigint[]) and ("
                                + sight.condition("t", Tickets.KIND, "number") + ")"))
                        .bind("numbers", numbers)
                        .list(row -> row.number("number")));
    }

    Optional<Long> numberOf(UUID draft) {
        return db.sql("select number from ticket.ticket where draft_id = :draft")
                .bind("draft", draft)
                .optional(row -> row.number("number"));
    }

    /** Errors: stale when somebody else was faster. */
    void update(Ticket ticket) {
        var s = StageColumns.of(ticket.stage());
        var m = ticket.matter();
        var t = ticket.times();
        int rows = db.sql("""
                update ticket.ticket
                   set version = version + 1, kind = :kind, title = :title, description = :description, category_id = :category,
                       service_id = :service, organization_id = :organization, requester_id = :requester, started_at = :startedAt,
                       tags = :tags::text[], restricted = :restricted, vip = :vip, impact = :impact, urgency = :urgency, priority = :priority,
                       priority_reason = :priorityReason, team_id = :team, assignee_id = :person, placed = :placed, stage = :stage,
                       stage_at = :stageAt, engineer_id = :engineer, hold_for = :holdFor, hold_reason = :holdReason,
                       return_at = :returnAt, outcome = :outcome, cause = :cause, solution = :solution, ended_at = :endedAt,
                       ended_by = :endedBy, closes_at = :closesAt, accepted_at = :acceptedAt, responded_at = :respondedAt,
                       restored_at = :restoredAt, resolved_at = :resolvedAt, closed_at = :closedAt, due_at = :dueAt,
                       updated_at = :updatedAt, reopened = :reopened, handed_over = :handedOver, comments = :comments
                 where number = :number and version = :version
                """)
                .bind("kind", m.kind())
                .bind("title", m.title())
                .bind("description", m.description())
                .bind("category", m.category())
                .bind("service", m.service())
                .bind("organization", m.organization())
                .bind("requester", m.requester())
                .bind("startedAt", m.startedAt())
                .bind("tags", m.tags())
                .bind("restricted", m.restricted())
                .bind("vip", m.vip())
                .bind("impact", ticket.weight().impact())
                .bind("urgency", ticket.weight().urgency())
                .bind("priority", ticket.weight().priority())
                .bind("priorityReason", ticket.weight().reason())
                .bind("team", ticket.place().team())
                .bind("person", ticket.place().person())
                .bind("placed", ticket.place().revision())
                .bind("stage", s.stage())
                .bind("stageAt", s.at())
                .bind("engineer", s.engineer())
                .bind("holdFor", s.holdFor())
                .bind("holdReason", s.holdReason())
                .bind("returnAt", s.returnAt())
                .bind("outcome", s.outcome())
                .bind("cause", s.cause())
                .bind("solution", s.solution())
                .bind("endedAt", s.endedAt())
                .bind("endedBy", s.endedBy())
                .bind("closesAt", s.closesAt())
                .bind("acceptedAt", t.acceptedAt())
                .bind("respondedAt", t.respondedAt())
                .bind("restoredAt", t.restoredAt())
                .bind("resolvedAt", t.resolvedAt())
                .bind("closedAt", t.closedAt())
                .bind("dueAt", t.dueAt())
                .bind("updatedAt", t.updatedAt())
                .bind("reopened", ticket.tally().reopened())
                .bind("handedOver", ticket.tally().handedOver())
                .bind("comments", ticket.tally().comments())
                .bind("number", ticket.number())
                .bind("version", ticket.version())
                .update();
        if (rows != 1) throw Refused.stale("ticket.changed_meanwhile", ticket.number());
    }

    /**
     * Adds to what search finds the ticket by; what was once said stays findable. A ticket that is full of different words (a tsvector
     * holds a megabyte) is found by those it has.
     */
    void learn(long number, Audience audience, String words) {
        var column = audience == Audience.PUBLIC ? "words" : "inner_words";
        db.sql("""
                update ticket.words
                   set %1$s = case when length(%1$s) <= 3000
                                     or (select sum(octet_length(lexeme)) from unnest(%1$s)) + octet_length(:words) < 1000000
                                   then %1$s || array_to_tsvector(string_to_array(:words, ' ')) else %1$s end
                 where number = :number
                """.formatted(column))
                .bind("words", words)
                .bind("number", number)
                .updateOne();
    }

    /** What is to be known of a ticket that was placed. */
    record Placed(long number, int version, boolean restricted) {}

    /** Sets each place that nobody has set since it was seen; the version stays. */
    Map<Long, Placed> place(List<Placement> wanted) {
        return db
                .sql("""
                        with held as materialized (
                            select number from ticket.ticket where number = any(:numbers::bigint[]) order by number for update)
                        update ticket.ticket t
                           set team_id = p.team, assignee_id = p.person, placed = t.placed + 1
                          from held
                          join unnest(:numbers::bigint[], :seen::integer[], :teams::bigint[], :persons::bigint[])
                            as p (number, seen, team, person) on p.number = held.number
                         where t.number = held.number and t.placed = p.seen and t.stage = 'waiting'
                        returning t.number, t.version, t.restricted
                        """)
                .bind("numbers", Db.column(wanted, Placement::number))
                .bind("seen", Db.column(wanted, p -> p.seen().revision()))
                .bind("teams", Db.column(wanted, Placement::team))
                .bind("persons", Db.column(wanted, Placement::person))
                .list(row -> new Placed(row.number("number"), row.integer("version"), row.yes("restricted")))
                .stream()
                .collect(Collectors.toMap(Placed::number, placed -> placed));
    }

    /** Copies the nearest running clock; null where none runs. */
    void due(Collection<Long> numbers, List<@Nullable Object> dues) {
        db.sql("""
                update ticket.ticket t set due_at = n.due_at
                  from unnest(:numbers::bigint[], :dues::timestamptz[]) as n(number, due_at)
                 where t.number = n.number and t.due_at is distinct from n.due_at
                """).bind("numbers", numbers).bind("dues", dues).update();
    }

    List<Long> returning(Instant now, int limit) {
        return db.sql("""
                select number from ticket.ticket where stage = 'on_hold' and return_at <= :now
                 order by return_at limit :limit for update skip locked
                """).bind("now", now).bind("limit", limit).list(row -> row.number("number"));
    }

    List<Long> closing(Instant now, int limit) {
        return db.sql("""
                select number from ticket.ticket where stage = 'resolved' and closes_at <= :now
                 order by closes_at limit :limit for update skip locked
                """).bind("now", now).bind("limit", limit).list(row -> row.number("number"));
    }

    static Ticket ticket(Row row) {
        return new Ticket(
                row.number("number"),
                row.integer("version"),
                new Matter(
                        row.word("kind", Kind.class),
                        row.text("title"),
                        row.text("description"),
                        row.numberOrNull("category_id"),
                        row.numberOrNull("service_id"),
                        row.numberOrNull("organization_id"),
                        row.number("requester_id"),
                        row.number("reporter_id"),
                        row.word("source", Source.class),
                        row.instantOrNull("started_at"),
                        row.texts("tags"),
                        row.yes("restricted"),
                        row.yes("vip")),
                new Weight(
                        row.word("impact", Level.class),
                        row.word("urgency", Level.class),
                        row.word("priority", Priority.class),
                        row.textOrNull("priority_reason")),
                new Place(row.numberOrNull("team_id"), row.numberOrNull("assignee_id"), row.integer("placed")),
                StageColumns.read(row),
                new Times(
                        row.instant("opened_at"),
                        row.instantOrNull("accepted_at"),
                        row.instantOrNull("responded_at"),
                        row.instantOrNull("restored_at"),
                        row.instantOrNull("resolved_at"),
                        row.instantOrNull("closed_at"),
                        row.instantOrNull("due_at"),
                        row.instant("updated_at")),
                new Ticket.Tally(row.integer("reopened"), row.integer("handed_over"), row.integer("comments")));
    }
}

package dev.qiao.ticket;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.people.Participants.Participant;
import dev.qiao.ticket.Placing.Placement;
import dev.qiao.ticket.Ticket.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** With whom a ticket was, from when to when. */
@Repository
class Assignments {
    /** @param by 0 is Qiao itself */
    record Assignment(
            long number,
            @Nullable Long team,
            @Nullable Long person,
            Instant at,
            @Nullable Instant until,
            long by) {
        Assignment ended(Instant at) {
            return new Assignment(number, team, person, this.at, at, by);
        }
    }

    private final Db db;

    Assignments(Db db) {
        this.db = db;
    }

    void move(long number, Place place, long by, Instant at) {
        db.sql("update ticket.assignment set until = greatest(at, :at) where number = :number and until is null")
                .bind("at", at)
                .bind("number", number)
                .update();
        if (place.team() == null && place.person() == null) return;
        insert(List.of(new Assignment(number, place.team(), place.person(), at, null, by)));
    }

    /** The same for several at once. */
    void move(List<Placement> placements, long by, Instant at) {
        if (placements.isEmpty()) return;
        db.sql(
                        "update ticket.assignment set until = greatest(at, :at) where number = any(:numbers::bigint[]) and until is null")
                .bind("at", at)
                .bind("numbers", Db.column(placements, Placement::number))
                .update();
        insert(placements.stream()
                .filter(p -> p.team() != null || p.person() != null)
                .map(p -> new Assignment(p.number(), p.team(), p.person(), at, null, by))
                .toList());
    }

    void insert(List<Assignment> rows) {
        if (rows.isEmpty()) return;
        db.sql("""
                insert into ticket.assignment (number, team_id, person_id, at, until, by_id)
                select * from unnest(:numbers::bigint[], :teams::bigint[], :persons::bigint[], :ats::timestamptz[],
                                     :untils::timestamptz[], :bys::bigint[])
                """)
                .bind("numbers", Db.column(rows, Assignment::number))
                .bind("teams", Db.column(rows, Assignment::team))
                .bind("persons", Db.column(rows, Assignment::person))
                .bind("ats", Db.column(rows, Assignment::at))
                .bind("untils", Db.column(rows, Assignment::until))
                .bind("bys", Db.column(rows, Assignment::by))
                .update();
    }

    /** Who had these in hand or spoke on them, at most 100 of each: when another team has it, they go on seeing it. */
    List<Participant> hands(List<Long> numbers, Instant at) {
        if (numbers.isEmpty()) return List.of();
        return db.sql("""
                select t.number, h.person
                  from ticket.ticket t
                 cross join lateral (
                    select a.person_id as person from ticket.assignment a where a.number = t.number and a.person_id is not null
                    union select a.by_id from ticket.assignment a where a.number = t.number and a.by_id <> 0
                    union select c.author_id from ticket.comment c where c.number = t.number and c.author_id <> 0
                    limit 100) h
                 where t.number = any(:numbers::bigint[]) and not t.restricted and h.person not in (t.requester_id, t.reporter_id)
                """)
                .bind("numbers", numbers)
                .list(row ->
                        new Participant(Tickets.KIND, row.number("number"), row.number("person"), "took_part", at));
    }

    /** Oldest first, at most 200. */
    List<Assignment> of(long number) {
        return db.sql("""
                select number, team_id, person_id, at, until, by_id from ticket.assignment
                 where number = :number order by id limit 200
                """).bind("number", number).list(Assignments::assignment);
    }

    private static Assignment assignment(Row row) {
        return new Assignment(
                row.number("number"),
                row.numberOrNull("team_id"),
                row.numberOrNull("person_id"),
                row.instant("at"),
                row.instantOrNull("until"),
                row.number("by_id"));
    }
}

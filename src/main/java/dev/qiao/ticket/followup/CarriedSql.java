package dev.qiao.ticket.followup;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Which dates went along with merged tickets, and how both stood before. */
@Repository
class CarriedSql {
    private static final String COLUMNS =
            "number, person_id, into_number, due_at, note, told_at, there_due_at, there_note, there_told_at";

    /**
     * @param moved as it stood on the merged ticket
     * @param there what the same person wanted of the other; null: nothing
     */
    record Carried(
            long number,
            long person,
            long into,
            Wish moved,
            @Nullable Wish there) {}

    /** @param removed null: it is wanted still */
    record Standing(Wish wish, @Nullable Instant removed) {}

    private final Db db;

    CarriedSql(Db db) {
        this.db = db;
    }

    /** Who wants to look at it again. */
    List<Long> people(long number) {
        return db.sql(
                        "select person_id from ticket.follow_up where number = :number and removed_at is null order by person_id")
                .bind("number", number)
                .list(row -> row.number("person_id"));
    }

    /** Writes down how everything stands that goes along. */
    List<Carried> keep(long number, long into, Collection<Long> people) {
        return db.sql("""
                insert into ticket.follow_up_carried
                    (number, person_id, into_number, due_at, note, told_at, there_due_at, there_note, there_told_at)
                select f.number, f.person_id, :into, f.due_at, f.note, f.told_at, t.due_at, t.note, t.told_at
                  from ticket.follow_up f
                  left join ticket.follow_up t on t.number = :into and t.person_id = f.person_id and t.removed_at is null
                 where f.number = :number and f.person_id = any(:people::bigint[]) and f.removed_at is null
                on conflict (number, person_id) do update
                   set into_number = excluded.into_number, due_at = excluded.due_at, note = excluded.note, told_at = excluded.told_at,
                       there_due_at = excluded.there_due_at, there_note = excluded.there_note, there_told_at = excluded.there_told_at
                returning\s""" + COLUMNS)
                .bind("number", number)
                .bind("into", into)
                .bind("people", people)
                .list(CarriedSql::carried);
    }

    /** What went along is no longer on the merged ticket. */
    void leave(long number, Collection<Long> people) {
        db.sql("""
                delete from ticket.follow_up where number = :number and person_id = any(:people::bigint[]) and removed_at is null
                """).bind("number", number).bind("people", people).update();
    }

    List<Carried> forget(long number) {
        return db.sql("delete from ticket.follow_up_carried where number = :number returning " + COLUMNS)
                .bind("number", number)
                .list(CarriedSql::carried);
    }

    void forget(long number, long person) {
        db.sql("delete from ticket.follow_up_carried where number = :number and person_id = :person")
                .bind("number", number)
                .bind("person", person)
                .update();
    }

    @Nullable
    Carried find(long number, long person) {
        return db.sql("select " + COLUMNS
                        + " from ticket.follow_up_carried where number = :number and person_id = :person")
                .bind("number", number)
                .bind("person", person)
                .optional(CarriedSql::carried)
                .orElse(null);
    }

    void change(long number, long person, Wish moved) {
        db.sql("""
                update ticket.follow_up_carried set due_at = :at, note = :note, told_at = :told
                 where number = :number and person_id = :person
                """)
                .bind("number", number)
                .bind("person", person)
                .bind("at", moved.at())
                .bind("note", moved.note())
                .bind("told", moved.told())
                .updateOne();
    }

    @Nullable
    Standing standing(long number, long person) {
        return db.sql("""
                select due_at, note, told_at, removed_at from ticket.follow_up where number = :number and person_id = :person for update
                """)
                .bind("number", number)
                .bind("person", person)
                .optional(row -> new Standing(wish(row, ""), row.instantOrNull("removed_at")))
                .orElse(null);
    }

    void put(long number, long person, Wish wish, @Nullable Instant removed) {
        db.sql("""
                insert into ticket.follow_up (number, person_id, due_at, note, told_at, removed_at)
                values (:number, :person, :at, :note, :told, :removed)
                on conflict (number, person_id) do update
                   set due_at = excluded.due_at, note = excluded.note, told_at = excluded.told_at, removed_at = excluded.removed_at
                """)
                .bind("number", number)
                .bind("person", person)
                .bind("at", wish.at())
                .bind("note", wish.note())
                .bind("told", wish.told())
                .bind("removed", removed)
                .updateOne();
    }

    void remove(long number, long person) {
        db.sql("delete from ticket.follow_up where number = :number and person_id = :person")
                .bind("number", number)
                .bind("person", person)
                .update();
    }

    private static Carried carried(Row row) {
        return new Carried(
                row.number("number"),
                row.number("person_id"),
                row.number("into_number"),
                wish(row, ""),
                row.instantOrNull("there_due_at") == null ? null : wish(row, "there_"));
    }

    private static Wish wish(Row row, String prefix) {
        return new Wish(
                row.instant(prefix + "due_at"),
                Objects.requireNonNullElse(row.textOrNull(prefix + "note"), ""),
                row.instantOrNull(prefix + "told_at"));
    }
}

package dev.qiao.ticket.followup;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Who wants to look at which ticket again, and when. */
@Repository
class FollowUpSql {
    private static final String COLUMNS = "number, person_id, due_at, note, told_at is not null as told";

    private final Db db;

    FollowUpSql(Db db) {
        this.db = db;
    }

    void put(long number, long person, Instant at, String note) {
        db.sql("""
                insert into ticket.follow_up (number, person_id, due_at, note) values (:number, :person, :at, :note)
                on conflict (number, person_id) do update
                   set due_at = excluded.due_at, note = excluded.note, told_at = null, removed_at = null
                """)
                .bind("number", number)
                .bind("person", person)
                .bind("at", at)
                .bind("note", note)
                .updateOne();
    }

    boolean remove(long number, long person, Instant now) {
        return db.sql("""
                update ticket.follow_up set removed_at = :now
                 where number = :number and person_id = :person and removed_at is null
                """)
                        .bind("number", number)
                        .bind("person", person)
                        .bind("now", now)
                        .update()
                == 1;
    }

    boolean restore(long number, long person, Instant since) {
        return db.sql("""
                update ticket.follow_up set removed_at = null
                 where number = :number and person_id = :person and removed_at >= :since
                """)
                        .bind("number", number)
                        .bind("person", person)
                        .bind("since", since)
                        .update()
                == 1;
    }

    Optional<FollowUp> removed(long number, long person, Instant since) {
        return db.sql("select " + COLUMNS + """
                 from ticket.follow_up where number = :number and person_id = :person and removed_at >= :since
                """)
                .bind("number", number)
                .bind("person", person)
                .bind("since", since)
                .optional(FollowUpSql::followUp);
    }

    Optional<FollowUp> find(long number, long person) {
        return db.sql("select " + COLUMNS + """
                 from ticket.follow_up where number = :number and person_id = :person and removed_at is null
                """)
                .bind("number", number)
                .bind("person", person)
                .optional(FollowUpSql::followUp);
    }

    List<FollowUp> until(long person, Instant moment, int limit) {
        return db.sql("select " + COLUMNS + """
                 from ticket.follow_up where person_id = :person and due_at <= :moment and removed_at is null order by due_at limit :limit
                """)
                .bind("person", person)
                .bind("moment", moment)
                .bind("limit", limit)
                .list(FollowUpSql::followUp);
    }

    List<FollowUp> between(long person, Instant from, Instant to, int limit) {
        return db.sql("select " + COLUMNS + """
                 from ticket.follow_up where person_id = :person and due_at >= :from and due_at < :to and removed_at is null
                 order by due_at limit :limit
                """)
                .bind("person", person)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .list(FollowUpSql::followUp);
    }

    /** The tickets on which something is due. */
    List<Long> due(Instant now, int limit) {
        return db.sql("""
                        select number from ticket.follow_up where told_at is null and removed_at is null and due_at <= :now
                         order by due_at limit :limit
                        """).bind("now", now).bind("limit", limit).list(row -> row.number("number")).stream()
                .distinct()
                .toList();
    }

    /** Takes what is due on these tickets, which are held; each is told once. */
    List<FollowUp> take(Collection<Long> numbers, Instant now) {
        return db.sql("""
                update ticket.follow_up f set told_at = :now
                 where f.number = any(:numbers::bigint[]) and f.told_at is null and f.removed_at is null and f.due_at <= :now
                returning f.number, f.person_id, f.due_at, f.note, true as told
                """).bind("numbers", numbers).bind("now", now).list(FollowUpSql::followUp);
    }

    private static FollowUp followUp(Row row) {
        return new FollowUp(
                row.number("number"),
                row.number("person_id"),
                row.instant("due_at"),
                row.text("note"),
                row.yes("told"));
    }
}

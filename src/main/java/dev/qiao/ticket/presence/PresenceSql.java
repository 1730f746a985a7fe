package dev.qiao.ticket.presence;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Pages that show a ticket: a page shows one at a time. */
@Repository
class PresenceSql {
    private final Db db;

    PresenceSql(Db db) {
        this.db = db;
    }

    /** Says that nothing has changed; false when something has. */
    boolean renew(Present here, UUID page, Instant now) {
        return db.sql("""
                update ticket.presence set seen_at = :now
                 where person_id = :person and page = :page and number = :number and typing = :typing and seen_at > :gone
                """)
                        .bind("now", now)
                        .bind("gone", now.minus(Presences.KEPT))
                        .bind("person", here.person())
                        .bind("page", page)
                        .bind("number", here.number())
                        .bind("typing", here.typing())
                        .update()
                == 1;
    }

    void put(Present here, UUID page, Instant now) {
        db.sql("""
                insert into ticket.presence (person_id, page, number, typing, seen_at) values (:person, :page, :number, :typing, :now)
                on conflict (person_id, page) do update
                    set number = excluded.number, typing = excluded.typing, seen_at = excluded.seen_at
                """)
                .bind("person", here.person())
                .bind("page", page)
                .bind("number", here.number())
                .bind("typing", here.typing())
                .bind("now", now)
                .updateOne();
    }

    /** Of more pages than somebody can look at, the oldest go. */
    void trim(long person, int most) {
        db.sql("""
                delete from ticket.presence where person_id = :person and page in
                    (select page from ticket.presence where person_id = :person order by seen_at desc, page offset :most limit 100)
                """).bind("person", person).bind("most", most).update();
    }

    boolean remove(long person, UUID page) {
        return db.sql("delete from ticket.presence where person_id = :person and page = :page")
                        .bind("person", person)
                        .bind("page", page)
                        .update()
                == 1;
    }

    /** Others at these tickets, each once. */
    List<Present> of(Collection<Long> numbers, long but, Instant since) {
        return db.sql("""
                select number, person_id, bool_or(typing) as typing from ticket.presence
                 where number = any(:numbers::bigint[]) and person_id <> :but and seen_at > :since
                 group by number, person_id order by bool_or(typing) desc, min(seen_at), person_id limit 1000
                """)
                .bind("numbers", numbers)
                .bind("but", but)
                .bind("since", since)
                .list(PresenceSql::present);
    }

    /** Everybody, of all nodes. */
    List<Present> all(Instant since, int limit) {
        return db.sql("""
                select number, person_id, bool_or(typing) as typing from ticket.presence where seen_at > :since
                 group by number, person_id order by number, person_id limit :limit
                """).bind("since", since).bind("limit", limit).list(PresenceSql::present);
    }

    int purge(Instant before) {
        return db.sql("""
                delete from ticket.presence where (person_id, page) in
                    (select person_id, page from ticket.presence where seen_at < :before limit 500)
                """).bind("before", before).update();
    }

    private static Present present(Row row) {
        return new Present(row.number("number"), row.number("person_id"), row.yes("typing"));
    }
}

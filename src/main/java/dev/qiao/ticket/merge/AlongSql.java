package dev.qiao.ticket.merge;

import dev.qiao.base.Db;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** What was open until the ticket in which it goes on was restricted. */
@Repository
class AlongSql {
    private final Db db;

    AlongSql(Db db) {
        this.db = db;
    }

    void insert(long number, long with) {
        db.sql("""
                insert into ticket.restricted_along as kept (number, with_number) values (:number, :with)
                on conflict (number) do update set with_number = excluded.with_number
                """).bind("number", number).bind("with", with).update();
    }

    List<Long> with(long number, int most) {
        return db.sql(
                        "select number from ticket.restricted_along where with_number = :number order by number limit :most")
                .bind("number", number)
                .bind("most", most)
                .list(row -> row.number("number"));
    }

    /** It was opened: neither is it restricted along with another any more, nor anything with it. */
    void delete(long number) {
        db.sql("delete from ticket.restricted_along where number = :number or with_number = :number")
                .bind("number", number)
                .update();
    }

    /** Those of these that became restricted with all in which they go on, up to the one that stands by itself. */
    Set<Long> whole(Collection<Long> numbers) {
        return new HashSet<>(db.sql("""
                with recursive up (origin, into_number) as (
                    select m.number, m.into_number from ticket.merge m
                      join ticket.restricted_along a on a.number = m.number and a.with_number = m.into_number
                     where m.number = any(:numbers::bigint[])
                    union all
                    select up.origin, m.into_number from up
                      join ticket.merge m on m.number = up.into_number
                      join ticket.restricted_along a on a.number = m.number and a.with_number = m.into_number)
                select origin from up where not exists (select from ticket.merge m where m.number = up.into_number)
                """).bind("numbers", numbers).list(row -> row.number("origin")));
    }
}

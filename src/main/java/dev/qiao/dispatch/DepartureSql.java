package dev.qiao.dispatch;

import dev.qiao.base.Db;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Who has left and may still have open work. */
@Repository
class DepartureSql {
    private final Db db;

    DepartureSql(Db db) {
        this.db = db;
    }

    void add(Collection<Long> persons, Instant at) {
        db.sql("""
                insert into dispatch.departure (person_id, at) select unnest(:persons::bigint[]), :at
                on conflict (person_id) do nothing
                """).bind("persons", persons).bind("at", at).update();
    }

    /** The earliest first. */
    List<Long> waiting(int limit) {
        return db.sql("select person_id from dispatch.departure order by at, person_id limit :limit")
                .bind("limit", limit)
                .list(row -> row.number("person_id"));
    }

    void over(long person) {
        db.sql("delete from dispatch.departure where person_id = :person")
                .bind("person", person)
                .update();
    }
}

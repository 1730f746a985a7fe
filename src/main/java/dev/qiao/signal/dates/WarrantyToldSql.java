package dev.qiao.signal.dates;

import dev.qiao.base.Db;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** All SQL of which warranties were told of. */
@Repository
class WarrantyToldSql {
    private final Db db;

    WarrantyToldSql(Db db) {
        this.db = db;
    }

    /** Their last days as they were told, by their numbers; nobody else tells meanwhile. */
    Map<Long, LocalDate> alone() {
        record Line(long warranty, LocalDate endsOn) {}
        db.sql("lock table signal.warranty_told in share row exclusive mode").update();
        return db
                .sql("select warranty_id, ends_on from signal.warranty_told")
                .list(row -> new Line(row.number("warranty_id"), row.date("ends_on")))
                .stream()
                .collect(Collectors.toMap(Line::warranty, Line::endsOn));
    }

    void told(Map<Long, LocalDate> ends) {
        db.sql("""
                insert into signal.warranty_told (warranty_id, ends_on)
                select * from unnest(:warranties::bigint[], :ends::date[])
                on conflict (warranty_id) do update set ends_on = excluded.ends_on
                """)
                .bind("warranties", List.copyOf(ends.keySet()))
                .bind("ends", List.copyOf(ends.values()))
                .update();
    }

    void over(List<Long> warranties) {
        db.sql("delete from signal.warranty_told where warranty_id = any(:warranties::bigint[])")
                .bind("warranties", warranties)
                .update();
    }
}

package dev.qiao.ticket;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** Why acts were done, in people's own words, by the version that the act made. */
@Repository
class Reasons {
    private final Db db;

    Reasons(Db db) {
        this.db = db;
    }

    void add(long number, int version, String body) {
        db.sql("insert into ticket.reason (number, version, body) values (:number, :version, :body)")
                .bind("number", number)
                .bind("version", version)
                .bind("body", body)
                .updateOne();
    }

    /** Words with what they belong to. */
    record Reason(long number, int version, String body) {}

    void insert(List<Reason> rows) {
        if (rows.isEmpty()) return;
        db.sql("""
                insert into ticket.reason (number, version, body)
                select * from unnest(:numbers::bigint[], :versions::int[], :bodies::text[])
                """)
                .bind("numbers", Db.column(rows, Reason::number))
                .bind("versions", Db.column(rows, Reason::version))
                .bind("bodies", Db.column(rows, Reason::body))
                .update();
    }

    Map<Integer, String> of(long number, Collection<Integer> versions) {
        record Line(int version, String body) {}
        return db
                .sql(
                        "select version, body from ticket.reason where number = :number and version = any(:versions::int[])")
                .bind("number", number)
                .bind("versions", versions)
                .list(row -> new Line(row.integer("version"), row.text("body")))
                .stream()
                .collect(toMap(Line::version, Line::body));
    }
}

package dev.qiao.ticket;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
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

    Map<Integer, String> of(long number) {
        record Line(int version, String body) {}
        return db
                .sql("select version, body from ticket.reason where number = :number order by version desc limit 500")
                .bind("number", number)
                .list(row -> new Line(row.integer("version"), row.text("body")))
                .stream()
                .collect(toMap(Line::version, Line::body));
    }
}

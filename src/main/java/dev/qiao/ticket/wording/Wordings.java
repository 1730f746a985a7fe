package dev.qiao.ticket.wording;

import dev.qiao.base.Db;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps wordings, so that the journal needs only their numbers. */
@Component
public class Wordings {
    private static final int MOST = 1_000;

    private final Db db;

    Wordings(Db db) {
        this.db = db;
    }

    /** The number of this wording; what was said before keeps the number it had. */
    public long keep(String kind, long subject, String name, String body) {
        return db.sql("""
                select id from ticket.wording
                 where kind = :kind and subject = :subject and name = :name and body = :body order by id limit 1
                """)
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("name", name)
                .bind("body", body)
                .optional(row -> row.number("id"))
                .orElseGet(() -> insert(kind, subject, name, body));
    }

    /** Errors: not found. */
    public Wording find(long id) {
        return Optional.of(of(List.of(id)))
                .filter(found -> !found.isEmpty())
                .map(List::getFirst)
                .orElseThrow(() -> Refused.notFound("journal.no_entry"));
    }

    /** Those that exist. */
    public List<Wording> of(Collection<Long> ids) {
        return db.sql("select id, name, body from ticket.wording where id = any(:ids::bigint[]) limit :most")
                .bind("ids", ids)
                .bind("most", MOST)
                .list(Wordings::wording);
    }

    private long insert(String kind, long subject, String name, String body) {
        return db.sql("""
                insert into ticket.wording (kind, subject, name, body) values (:kind, :subject, :name, :body) returning id
                """)
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("name", name)
                .bind("body", body)
                .one(row -> row.number("id"));
    }

    private static Wording wording(Row row) {
        return new Wording(row.number("id"), row.text("name"), row.text("body"));
    }
}

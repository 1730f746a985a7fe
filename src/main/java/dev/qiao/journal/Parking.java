package dev.qiao.journal;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Entries that a reader could not digest, for somebody to look at and try again. */
@Component
public class Parking {
    /** An entry that waits for somebody. */
    public record Parked(
            String reader, long id, String kind, long subject, String act, int attempts, String error, Instant at) {
        private static Parked read(Row row) {
            return new Parked(
                    row.text("reader"),
                    row.number("id"),
                    row.text("kind"),
                    row.number("subject"),
                    row.text("act"),
                    row.integer("attempts"),
                    row.text("error"),
                    row.instant("parked_at"));
        }
    }

    private static final int LONGEST = 200;

    private final Db db;
    private final ObjectProvider<Reader> readers;

    Parking(Db db, ObjectProvider<Reader> readers) {
        this.db = db;
        this.readers = readers;
    }

    void park(Reader reader, Recorded entry, int attempts, RuntimeException failure, Instant now) {
        db.sql("""
                insert into journal.parked (reader, xid, id, kind, subject, act, attempts, error, parked_at)
                values (:reader, :xid::xid8, :id, :kind, :subject, :act, :attempts, :error, :now)
                on conflict do nothing
                """)
                .bind("reader", reader.name())
                .bind("xid", entry.xid())
                .bind("id", entry.id())
                .bind("kind", entry.kind())
                .bind("subject", entry.subject())
                .bind("act", entry.act())
                .bind("attempts", attempts)
                .bind("error", reason(failure))
                .bind("now", now)
                .update();
    }

    /** Without the words of the failure, which hold what people wrote: those stand in the log alone. */
    private static String reason(Throwable failure) {
        var reason = failure.getClass().getName();
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                reason += " " + sql.getSQLState();
                break;
            }
        }
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST);
    }

    /** The oldest first. Errors: forbidden for all but administrators. */
    public List<Parked> list(int limit, Me me) {
        me.must(Permission.ADMIN);
        return db.sql("""
                select reader, id, kind, subject, act, attempts, error, parked_at
                from journal.parked order by parked_at, reader, id limit :limit
                """).bind("limit", limit).list(Parked::read);
    }

    /** Lets the reader try once more; what fails stays parked and fails the caller. */
    public void again(String name, long id, Me me, Instant now) {
        me.must(Permission.ADMIN);
        var reader = readers.stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("journal.not_parked"));
        var entry = db.sql("""
                select %s from journal.entry
                where (xid, id) in (select p.xid, p.id from journal.parked p where p.reader = :reader and p.id = :id)
                """.formatted(Journal.COLUMNS))
                .bind("reader", name)
                .bind("id", id)
                .optional(Recorded::read)
                .orElseThrow(() -> Refused.notFound("journal.not_parked"));
        var effect = reader.read(List.of(entry), now);
        db.transact(() -> {
            int taken = db.sql("delete from journal.parked where reader = :reader and id = :id")
                    .bind("reader", name)
                    .bind("id", id)
                    .update();
            if (taken == 1) effect.run();
        });
    }
}

package dev.qiao.ticket.form;

import dev.qiao.base.Db;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Files that were put in ahead and wait for the ticket whose form names them. */
@Repository
class LooseSql {
    /** A file that waits for what it belongs to. */
    public record Loose(UUID id, String name, long by) {}

    /** A waiting file of this person goes onto this ticket. */
    record Tie(long number, UUID file, long by) {}

    private final Db db;

    LooseSql(Db db) {
        this.db = db;
    }

    List<Loose> of(Collection<UUID> ids) {
        return db.sql("select id, name, by_id from ticket.attachment where id = any(:ids::uuid[]) and number is null")
                .bind("ids", ids)
                .list(row -> new Loose(row.uuid("id"), row.text("name"), row.number("by_id")));
    }

    /** Many at once; returns how many were still waiting. */
    int tie(List<Tie> ties) {
        return db.sql("""
                update ticket.attachment a set number = n.number, audience = 'public'
                  from unnest(:numbers::bigint[], :files::uuid[], :by::bigint[]) as n(number, file, by_id)
                 where a.id = n.file and a.by_id = n.by_id and a.number is null
                """)
                .bind("numbers", Db.column(ties, Tie::number))
                .bind("files", Db.column(ties, Tie::file))
                .bind("by", Db.column(ties, Tie::by))
                .update();
    }
}

package dev.qiao.ticket.undo;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Me;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** How tickets stood before the last act on each. */
@Repository
class UndoSql implements Acting.Memory {
    /** Whose effect is wholly in the ticket itself; merging, splitting and linking are taken back by their own inverses. */
    private static final Set<Act> REMEMBERED = Set.of(
            Act.ACCEPTANCE,
            Act.HAND_BACK,
            Act.ASSIGNMENT,
            Act.HOLD,
            Act.RESUME,
            Act.RESOLUTION,
            Act.CLOSURE,
            Act.REOPENING,
            Act.EDIT);

    /** What can be taken back, with how it was. */
    record Kept(Undo undo, Before before) {}

    private final Db db;

    UndoSql(Db db) {
        this.db = db;
    }

    @Override
    public void keep(Act act, Ticket before, int version, Me me, Instant at) {
        if (!REMEMBERED.contains(act)) return;
        db.sql("""
                insert into ticket.undo (number, version, person_id, act, at, before)
                values (:number, :version, :person, :act, :at, :before::jsonb)
                on conflict (number) do update
                   set version = excluded.version, person_id = excluded.person_id, act = excluded.act, at = excluded.at,
                       before = excluded.before
                """)
                .bind("number", before.number())
                .bind("version", version)
                .bind("person", me.id())
                .bind("act", act)
                .bind("at", at)
                .bind("before", Json.of(Before.of(before)).text())
                .updateOne();
    }

    Optional<Kept> of(long number) {
        return db.sql("""
                select number, version, person_id, act, at, before::text as before from ticket.undo where number = :number
                """)
                .bind("number", number)
                .optional(row -> new Kept(
                        new Undo(
                                row.number("number"),
                                row.integer("version"),
                                row.number("person_id"),
                                row.word("act", Act.class),
                                row.instant("at")),
                        row.json("before").as(Before.class)));
    }

    void forget(long number) {
        db.sql("delete from ticket.undo where number = :number")
                .bind("number", number)
                .update();
    }

    /** What nobody can take back any more. */
    int forget(Instant before, int limit) {
        return db.sql("""
                delete from ticket.undo where number in
                  (select number from ticket.undo where at < :before limit :limit for update skip locked)
                """).bind("before", before).bind("limit", limit).update();
    }
}

package dev.qiao.ticket.undo;

import dev.qiao.base.Coded;
import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Me;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.undo.Undo.Along;
import java.time.Instant;
import java.util.List;
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
        if (REMEMBERED.contains(act)) keep(before.number(), act, List.of(), Before.of(before), version, me, at);
    }

    /** @param deeds what was done at once; empty for a single act */
    void keep(long number, Act act, List<Deed> deeds, Before before, int version, Me me, Instant at) {
        db.sql("""
                insert into ticket.undo (number, version, person_id, act, at, before, deeds)
                values (:number, :version, :person, :act, :at, :before::jsonb, :deeds::text[])
                on conflict (number) do update
                   set version = excluded.version, person_id = excluded.person_id, act = excluded.act, at = excluded.at,
                       before = excluded.before, deeds = excluded.deeds, along = excluded.along
                """)
                .bind("number", number)
                .bind("version", version)
                .bind("person", me.id())
                .bind("act", act)
                .bind("at", at)
                .bind("before", Json.of(before).text())
                .bind("deeds", deeds)
                .updateOne();
    }

    /** The same person did the same to these as well. */
    void along(long number, List<Along> others, Me me) {
        db.sql("update ticket.undo set along = :along::jsonb where number = :number and person_id = :person")
                .bind("number", number)
                .bind("person", me.id())
                .bind("along", Json.of(others).text())
                .update();
    }

    Optional<Kept> of(long number) {
        return db.sql("""
                select number, version, person_id, act, at, before::text as before, deeds, along::text as along
                  from ticket.undo where number = :number
                """)
                .bind("number", number)
                .optional(row -> new Kept(
                        new Undo(
                                row.number("number"),
                                row.integer("version"),
                                row.number("person_id"),
                                row.word("act", Act.class),
                                row.instant("at"),
                                row.texts("deeds").stream()
                                        .map(code -> Coded.of(Deed.class, "deed", code))
                                        .toList(),
                                List.of(row.json("along").as(Along[].class))),
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

package dev.qiao.signal.log;

import dev.qiao.base.Db;
import dev.qiao.signal.pattern.Memory;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** All SQL of what a miner knows. */
@Repository
class MinerSql {
    /** More than a miner ever keeps. */
    private static final int MOST = 10_000;

    /** Where a miner stands. */
    record Stands(long lines, long next, long swept, UUID stamp, Instant beganAt) {}

    private final Db db;

    MinerSql(Db db) {
        this.db = db;
    }

    /** Nobody else writes of this source until the transaction ends. */
    Stands lock(long source, Instant now) {
        db.sql("""
                insert into signal.miner (source_id, lines, next, swept, stamp, began_at, watched_until)
                values (:source, 0, 1, 0, gen_random_uuid(), :now, :now) on conflict do nothing
                """).bind("source", source).bind("now", now).update();
        return db.sql(
                        "select lines, next, swept, stamp, began_at from signal.miner where source_id = :source for update")
                .bind("source", source)
                .one(row -> new Stands(
                        row.number("lines"),
                        row.number("next"),
                        row.number("swept"),
                        row.uuid("stamp"),
                        row.instant("began_at")));
    }

    Memory memory(long source, Stands stands) {
        var kept = db.sql("""
                select id, template, lines, last from signal.pattern
                 where source_id = :source and went_on_in is null and not forgotten order by id limit :most
                """)
                .bind("source", source)
                .bind("most", MOST)
                .list(row -> new Memory.Kept(
                        row.number("id"), row.text("template"), row.number("lines"), row.number("last")));
        return new Memory(stands.lines(), stands.next(), stands.swept(), kept);
    }

    void put(long source, Memory memory, UUID stamp) {
        db.sql("""
                update signal.miner set lines = :lines, next = :next, swept = :swept, stamp = :stamp where source_id = :source
                """)
                .bind("source", source)
                .bind("lines", memory.lines())
                .bind("next", memory.next())
                .bind("swept", memory.swept())
                .bind("stamp", stamp)
                .updateOne();
    }

    /** Takes this piece of time to be judged; false when somebody has. */
    boolean watch(long source, Instant until) {
        return db.sql(
                                "update signal.miner set watched_until = :until where source_id = :source and watched_until < :until")
                        .bind("source", source)
                        .bind("until", until)
                        .update()
                == 1;
    }
}

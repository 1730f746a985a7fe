package dev.qiao.signal.log;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.signal.pattern.Memory;
import dev.qiao.signal.pattern.Pattern;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** What is written of patterns as lines come in. */
@Repository
class PatternSql {
    private final Db db;

    PatternSql(Db db) {
        this.db = db;
    }

    /**
     * Stores those that had lines.
     *
     * @param before how many lines the miner had known before them
     * @param learned whether what is new now is unusual
     */
    void put(long source, Memory memory, long before, List<Pattern> now, Tally tally, boolean learned) {
        var changed =
                memory.kept().stream().filter(kept -> kept.last() > before).toList();
        var texts = now.stream().collect(Collectors.toMap(Pattern::id, Pattern::text));
        db.sql("""
                insert into signal.pattern as p (source_id, id, template, text, lines, last, first_at, last_at, examples, fresh)
                select :source, n.* from unnest(:ids::bigint[], :templates::text[], :texts::text[], :lines::bigint[], :last::bigint[],
                       :first::timestamptz[], :lastAt::timestamptz[], :examples::jsonb[], :fresh::boolean[]) as n
                on conflict (source_id, id) do update
                   set template = excluded.template, text = excluded.text, lines = excluded.lines, last = excluded.last,
                       first_at = least(p.first_at, excluded.first_at), last_at = greatest(p.last_at, excluded.last_at),
                       examples = (select jsonb_agg(e.example order by e.place) from (
                                   select * from jsonb_array_elements(excluded.examples || p.examples) with ordinality as x (example, place)
                                    order by x.place limit 5) e)
                """)
                .bind("source", source)
                .bind("ids", column(changed, Memory.Kept::id))
                .bind("templates", column(changed, Memory.Kept::template))
                .bind("texts", column(changed, kept -> texts.get(kept.id())))
                .bind("lines", column(changed, Memory.Kept::lines))
                .bind("last", column(changed, Memory.Kept::last))
                .bind("first", column(changed, kept -> had(tally, kept).first))
                .bind("lastAt", column(changed, kept -> had(tally, kept).last))
                .bind("examples", column(changed, kept -> Json.of(List.copyOf(had(tally, kept).examples))))
                .bind("fresh", column(changed, kept -> learned && tally.fresh(kept.id())))
                .update();
    }

    private static Tally.Had had(Tally tally, Memory.Kept kept) {
        var had = tally.had().get(kept.id());
        if (had == null) throw new IllegalStateException("pattern " + kept.id() + " had lines that nobody counted");
        return had;
    }

    void count(long source, Tally tally) {
        record Count(long pattern, Instant slot, long lines) {}
        var counts = tally.had().entrySet().stream()
                .flatMap(had -> had.getValue().counts.entrySet().stream()
                        .map(count -> new Count(had.getKey(), count.getKey(), count.getValue())))
                .toList();
        db.sql("""
                insert into signal.pattern_count as c (source_id, pattern_id, slot, lines)
                select :source, n.* from unnest(:patterns::bigint[], :slots::timestamptz[], :lines::bigint[]) as n
                on conflict (source_id, pattern_id, slot) do update set lines = c.lines + excluded.lines
                """)
                .bind("source", source)
                .bind("patterns", column(counts, Count::pattern))
                .bind("slots", column(counts, Count::slot))
                .bind("lines", column(counts, Count::lines))
                .update();
    }

    /** Patterns that go on in others from now on, with what was counted of them. */
    void join(long source, Map<Long, Long> went) {
        if (went.isEmpty()) return;
        db.sql("""
                update signal.pattern p set went_on_in = w.onto, fresh = false
                  from unnest(:ids::bigint[], :into::bigint[]) as w (id, onto)
                 where p.source_id = :source and (p.id = w.id or p.went_on_in = w.id)
                """)
                .bind("source", source)
                .bind("ids", column(went.entrySet(), Map.Entry::getKey))
                .bind("into", column(went.entrySet(), Map.Entry::getValue))
                .update();
        db.sql("""
                with moved as (
                     delete from signal.pattern_count where source_id = :source and pattern_id = any(:ids::bigint[])
                     returning pattern_id, slot, lines)
                insert into signal.pattern_count as c (source_id, pattern_id, slot, lines)
                select :source, w.onto, m.slot, sum(m.lines)
                  from moved m join unnest(:ids::bigint[], :into::bigint[]) as w (id, onto) on w.id = m.pattern_id
                 group by w.onto, m.slot
                on conflict (source_id, pattern_id, slot) do update set lines = c.lines + excluded.lines
                """)
                .bind("source", source)
                .bind("ids", column(went.entrySet(), Map.Entry::getKey))
                .bind("into", column(went.entrySet(), Map.Entry::getValue))
                .update();
    }

    /** The miner has no room for them any more. */
    void forget(long source, Collection<Long> ids) {
        if (ids.isEmpty()) return;
        db.sql("update signal.pattern set forgotten = true where source_id = :source and id = any(:ids::bigint[])")
                .bind("source", source)
                .bind("ids", ids)
                .update();
    }

    /** Deletes some of the counts that are older. */
    int forgetCounts(Instant before, int most) {
        return db.sql("""
                delete from signal.pattern_count c using (
                       select source_id, pattern_id, slot from signal.pattern_count where slot < :before order by slot limit :most) o
                 where c.source_id = o.source_id and c.pattern_id = o.pattern_id and c.slot = o.slot
                """).bind("before", before).bind("most", most).update();
    }

    /** Deletes some of those that no line can have any more, and had none since. */
    int forgetGone(Instant before, int most) {
        return db.sql("""
                delete from signal.pattern p using (
                       select source_id, id from signal.pattern
                        where (forgotten or went_on_in is not null) and last_at < :before limit :most) o
                 where p.source_id = o.source_id and p.id = o.id
                """).bind("before", before).bind("most", most).update();
    }
}

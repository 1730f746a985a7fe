package dev.qiao.journal;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Two people who change the same thing from pages that do not show each other's change: the later one is told. Goes by the snapshot
 * of the page, as {@link Missed} does, so that what began before it and committed after it is found; the lock lets two that come in
 * the same moment pass one after the other.
 */
@Component
class Crossings {
    private record Thing(String kind, long subject, String what) {
        static List<Thing> of(List<Entry> entries) {
            return entries.stream()
                    .filter(entry -> entry.facts() instanceof Configured configured && configured.before() != null)
                    .map(entry -> new Thing(entry.kind(), entry.subject(), ((Configured) entry.facts()).what()))
                    .toList();
        }
    }

    private final Db db;

    Crossings(Db db) {
        this.db = db;
    }

    /** Errors: stale. */
    void refuse(List<Entry> entries, @Nullable Mark seen) {
        if (seen == null) return;
        var things = Thing.of(entries);
        if (things.isEmpty()) return;
        if (locked(things) && crossed(things, seen)) throw Refused.stale("journal.crossed");
    }

    private boolean locked(List<Thing> things) {
        return db.sql("""
                select count(pg_advisory_xact_lock(hashtextextended(thing, 0))) > 0 as locked
                from (select distinct thing from unnest(:things::text[]) as thing order by thing) as things
                """).bind("things", column(things, Thing::toString)).one(row -> row.yes("locked"));
    }

    private boolean crossed(List<Thing> things, Mark seen) {
        return db.sql("""
                select exists (
                    select 1 from unnest(:kinds::text[], :subjects::bigint[], :whats::text[]) as thing (kind, subject, what)
                    join journal.entry e on e.kind = thing.kind and e.subject = thing.subject
                    where e.facts ->> 'what' = thing.what
                      and e.xid >= pg_snapshot_xmin(:seen::pg_snapshot) and e.xid <> pg_current_xact_id() and not pg_visible_in_snapshot(e.xid, :seen::pg_snapshot)) as crossed
                """)
                .bind("kinds", column(things, Thing::kind))
                .bind("subjects", column(things, Thing::subject))
                .bind("whats", column(things, Thing::what))
                .bind("seen", seen.snapshot())
                .one(row -> row.yes("crossed"));
    }
}

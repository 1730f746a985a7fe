package dev.qiao.journal;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has become visible since the last look, whatever the order of commits: the snapshot of the last look says exactly which
 * transactions it did not see yet. Unlike a reader it does not wait for older transactions, and nothing is seen twice.
 */
final class Window {
    private static final int MOST = 1_000;

    private record Line(String snapshot, Optional<Happened> happened) {}

    private final Db db;
    private @Nullable String seen;

    Window(Db db) {
        this.db = db;
    }

    /** What happens from now on is news. */
    synchronized void open() {
        if (seen == null)
            seen = db.sql("select pg_current_snapshot()::text as snapshot").one(row -> row.text("snapshot"));
    }

    synchronized void forget() {
        seen = null;
    }

    /** Null when it is more than can be told one by one. */
    synchronized @Nullable List<Happened> news() {
        if (seen == null) return List.of();
        var lines = db.sql("""
                select now.snapshot::text as snapshot, e.id, e.kind, e.subject, e.audience
                from (select pg_current_snapshot() as snapshot) as now
                left join lateral (
                    select id, kind, subject, audience from journal.entry
                    where xid >= pg_snapshot_xmin(:seen::pg_snapshot)
                      and not pg_visible_in_snapshot(xid, :seen::pg_snapshot)
                      and recorded_at > now() - interval '2 minutes'
                      and origin = 'live'
                    order by id limit :most) as e on true
                """).bind("seen", seen).bind("most", MOST + 1).list(Window::line);
        seen = lines.getFirst().snapshot();
        if (lines.size() > MOST) return null;
        var news = new ArrayList<Happened>();
        lines.forEach(line -> line.happened().ifPresent(news::add));
        return news;
    }

    private static Line line(Row row) {
        var id = row.numberOrNull("id");
        return new Line(
                row.text("snapshot"),
                id == null
                        ? Optional.empty()
                        : Optional.of(new Happened(
                                id, row.text("kind"), row.number("subject"), row.word("audience", Audience.class))));
    }
}

package dev.qiao.journal;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Row;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a page missed between the moment it was rendered and the moment its stream began, or while its line was gone. Like the
 * {@link Window} it goes by what the snapshot could see, so that an act that began before it and committed after it is found.
 */
@Component
public class Missed {
    private static final int READ = 2_000;
    private static final int TOLD = 200;

    /**
     * What happened, and from where to ask the next time.
     *
     * @param mark from which to ask the next time
     * @param happened what this person may know of it, one entry a subject
     * @param all more happened than can be told one by one, or nobody knows: the page should look at everything again
     */
    public record News(Mark mark, List<Happened> happened, boolean all) {}

    private record Line(Mark mark, boolean known, Optional<Happened> happened, boolean news) {}

    private final Db db;
    private final Live live;

    Missed(Db db, Live live) {
        this.db = db;
        this.live = live;
    }

    /**
     * What happened since a mark that this person may know of.
     *
     * @param since null: not known
     */
    public News since(@Nullable Mark since, Me me) {
        if (since == null) return new News(now(), List.of(), true);
        var lines = lines(since);
        var mark = lines.getFirst().mark();
        var news = lines.stream()
                .filter(Line::news)
                .flatMap(line -> line.happened().stream())
                .toList();
        var seen = live.sightOf(news, me);
        boolean all = lines.size() > READ || !lines.getFirst().known() || seen.size() > TOLD;
        return new News(mark, all ? List.of() : seen, all);
    }

    private Mark now() {
        return new Mark(db.sql("select pg_current_snapshot()::text as mark").one(row -> row.text("mark")));
    }

    /** A mark that lies ahead is of another database, such as one before it was restored. */
    private List<Line> lines(Mark since) {
        return db.sql("""
                select now.mark::text as mark, pg_snapshot_xmax(:since::pg_snapshot) <= pg_snapshot_xmax(now.mark) as known,
                       e.id, e.kind, e.subject, e.audience,
                       coalesce(e.origin = 'live' and not pg_visible_in_snapshot(e.xid, :since::pg_snapshot), false) as news
                from (select pg_current_snapshot() as mark) as now
                left join lateral (
                    select id, xid, kind, subject, audience, origin from journal.entry
                    where xid >= pg_snapshot_xmin(:since::pg_snapshot)
                    order by xid, id limit :most) as e on true
                """)
                .bind("since", since.snapshot())
                .bind("most", READ + 1)
                .list(Missed::line);
    }

    private static Line line(Row row) {
        var mark = new Mark(row.text("mark"));
        var id = row.numberOrNull("id");
        if (id == null) return new Line(mark, row.yes("known"), Optional.empty(), false);
        var happened = new Happened(id, row.text("kind"), row.number("subject"), row.word("audience", Audience.class));
        return new Line(mark, row.yes("known"), Optional.of(happened), row.yes("news"));
    }
}

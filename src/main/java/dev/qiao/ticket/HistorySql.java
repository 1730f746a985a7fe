package dev.qiao.ticket;

import dev.qiao.base.Db;
import dev.qiao.ticket.Histories.Figure;
import dev.qiao.ticket.Histories.History;
import dev.qiao.ticket.Past.Lived;
import dev.qiao.ticket.Past.Passage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** What is kept of imports beside the tickets: where they came from, the other system's words, and its steps. */
@Repository
class HistorySql {
    private static final String TICKETS =
            " from ticket.imported i join ticket.ticket t on t.number = i.number where i.source = :source ";

    /** A ticket that is live from now on. */
    record Live(long number, int version) {}

    private record Step(long number, int place, Passage passage) {}

    private final Db db;

    HistorySql(Db db) {
        this.db = db;
    }

    Set<String> known(String source, Collection<String> refs) {
        return db
                .sql("select ref from ticket.imported where source = :source and ref = any(:refs::text[])")
                .bind("source", source)
                .bind("refs", refs)
                .list(row -> row.text("ref"))
                .stream()
                .collect(Collectors.toSet());
    }

    void insert(List<History> histories, List<Lived> lived) {
        db.sql("""
                insert into ticket.imported (source, ref, number, rows, said_priority, said_reassignments, said_reopenings,
                                             said_resolved_at, said, goes_live)
                select * from unnest(:sources::text[], :refs::text[], :numbers::bigint[], :rows::int[], :priorities::text[],
                                     :reassignments::int[], :reopenings::int[], :resolved::timestamptz[], :said::jsonb[], :open::boolean[])
                """)
                .bind("sources", Db.column(histories, History::source))
                .bind("refs", Db.column(histories, History::ref))
                .bind("numbers", Db.column(lived, l -> l.ticket().number()))
                .bind("rows", Db.column(histories, h -> h.said().rows()))
                .bind("priorities", Db.column(histories, h -> h.said().priority()))
                .bind("reassignments", Db.column(histories, h -> h.said().reassignments()))
                .bind("reopenings", Db.column(histories, h -> h.said().reopenings()))
                .bind("resolved", Db.column(histories, h -> h.said().resolvedAt()))
                .bind("said", Db.column(histories, h -> h.said().words()))
                .bind("open", Db.column(lived, l -> l.ticket().stage().open()))
                .update();
        steps(lived);
    }

    /** Those that were open when they were imported, each once. */
    List<Live> goLive(int most) {
        return db.sql("""
                update ticket.imported i
                   set goes_live = false
                  from (select number from ticket.imported where goes_live order by number limit :most for update skip locked) n
                  join ticket.ticket t on t.number = n.number
                 where i.number = n.number
                returning i.number, t.version
                """).bind("most", most).list(row -> new Live(row.number("number"), row.integer("version")));
    }

    private void steps(List<Lived> lived) {
        var steps = new ArrayList<Step>();
        for (var l : lived) {
            int place = 0;
            for (var passage : l.passages()) steps.add(new Step(l.ticket().number(), ++place, passage));
        }
        if (steps.isEmpty()) return;
        db.sql("""
                insert into ticket.passage (number, place, at, from_stage, to_stage, from_word, to_word, strayed)
                select * from unnest(:numbers::bigint[], :places::int[], :ats::timestamptz[], :froms::text[], :tos::text[],
                                     :fromWords::text[], :toWords::text[], :strayed::boolean[])
                """)
                .bind("numbers", Db.column(steps, Step::number))
                .bind("places", Db.column(steps, Step::place))
                .bind("ats", Db.column(steps, s -> s.passage().at()))
                .bind("froms", Db.column(steps, s -> s.passage().from()))
                .bind("tos", Db.column(steps, s -> s.passage().to()))
                .bind("fromWords", Db.column(steps, s -> s.passage().fromWord()))
                .bind("toWords", Db.column(steps, s -> s.passage().toWord()))
                .bind("strayed", Db.column(steps, s -> s.passage().strayed()))
                .update();
    }

    List<Figure> figures(String source) {
        var figures = new ArrayList<Figure>();
        figures.addAll(counts(source));
        figures.addAll(spread(source, "stage_", "t.stage"));
        figures.addAll(spread(source, "priority_", "t.priority"));
        figures.addAll(spread(
                source,
                "said_priority_",
                "lower(regexp_replace(trim(coalesce(i.said_priority, 'none')), '\\W+', '_', 'g'))"));
        figures.addAll(spread(source, "reopened_", "t.reopened::text"));
        figures.addAll(steps(source));
        return List.copyOf(figures);
    }

    /** One row of many figures, each under its own name. */
    private List<Figure> counts(String source) {
        return db.sql("""
                with all_of_it as (select t.*, i.rows, i.said_reassignments, i.said_reopenings, i.said_resolved_at %s)
                select f.name, f.value from (select
                    count(*) as incidents, coalesce(sum(rows), 0) as rows,
                    coalesce(sum(handed_over), 0) as reassignments, count(*) filter (where handed_over = 0) as reassignments_zero,
                    coalesce(sum(said_reassignments), 0) as said_reassignments,
                    count(*) filter (where said_reassignments = 0) as said_reassignments_zero,
                    count(*) filter (where said_reassignments <> handed_over) as reassignments_differing,
                    coalesce(sum(reopened), 0) as reopenings,
                    count(*) filter (where said_reopenings <> reopened) as reopenings_differing,
                    count(restored_at) as resolved_known, count(*) - count(restored_at) as resolved_unknown,
                    round(percentile_cont(0.5) within group (order by extract(epoch from restored_at - opened_at) / 3600)::numeric, 2)
                        as opened_to_resolved_median_hours,
                    round(percentile_cont(0.5) within group (order by extract(epoch from closed_at - opened_at) / 3600)::numeric, 1)
                        as opened_to_closed_median_hours
                  from all_of_it) s
                cross join lateral json_each_text(row_to_json(s)) as f(name, value)
                where f.value is not null
                """.formatted(TICKETS)).bind("source", source).list(HistorySql::figure);
    }

    private List<Figure> spread(String source, String prefix, String by) {
        return db.sql("select :prefix || %1$s as name, count(*)::text as value %2$s group by %1$s order by %1$s"
                        .formatted(by, TICKETS))
                .bind("prefix", prefix)
                .bind("source", source)
                .list(HistorySql::figure);
    }

    private List<Figure> steps(String source) {
        return db.sql("""
                with steps as (
                  select p.from_stage, p.to_stage, p.strayed
                    from ticket.passage p join ticket.imported i on i.number = p.number where i.source = :source)
                select 'step_' || from_stage || '_to_' || to_stage as name, count(*)::text as value from steps
                 group by from_stage, to_stage
                union all
                select 'step_unresolved_to_closed', count(*)::text from steps
                 where to_stage = 'closed' and from_stage in ('waiting', 'working', 'on_hold')
                union all
                select 'steps_strayed', count(*)::text from steps where strayed
                order by name
                """).bind("source", source).list(HistorySql::figure);
    }

    private static Figure figure(dev.qiao.base.Row row) {
        return new Figure(row.text("name"), row.text("value"));
    }
}

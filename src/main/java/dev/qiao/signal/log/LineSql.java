package dev.qiao.signal.log;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Words;
import dev.qiao.signal.Line;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of the lines that are kept. */
@Repository
class LineSql {
    private final Db db;

    LineSql(Db db) {
        this.db = db;
    }

    void insert(long source, List<Line> lines, Tally tally, Instant now) {
        db.sql("""
                insert into signal.line (source_id, pattern_id, at, kept_at, level, origin, text, words)
                select :source, l.pattern, l.at, :now, l.level, l.origin, l.text, array_to_tsvector(string_to_array(l.words, ' '))
                  from unnest(:patterns::bigint[], :at::timestamptz[], :levels::text[], :origins::text[], :texts::text[], :words::text[])
                       with ordinality as l (pattern, at, level, origin, text, words, place)
                 order by l.place
                """)
                .bind("source", source)
                .bind("now", now)
                .bind(
                        "patterns",
                        IntStream.range(0, lines.size()).mapToObj(tally::of).toList())
                .bind("at", column(lines, Line::at))
                .bind("levels", column(lines, Line::level))
                .bind("origins", column(lines, Line::origin))
                .bind("texts", column(lines, Line::text))
                .bind("words", column(lines, line -> Words.stored(line.text(), line.origin())))
                .update();
    }

    /**
     * The newest first.
     *
     * @param query of {@link Words#query}
     * @param source null: of all
     */
    List<Found> find(String query, @Nullable Long source, int limit) {
        return db.sql("""
                select l.source_id, coalesce(p.went_on_in, l.pattern_id) as pattern_id, l.at, l.level, l.origin, l.text
                  from signal.line l left join signal.pattern p on p.source_id = l.source_id and p.id = l.pattern_id
                 where l.words @@ :query::tsquery and (:source::bigint is null or l.source_id = :source)
                 order by l.id desc limit :limit
                """)
                .bind("query", query)
                .bind("source", source)
                .bind("limit", limit)
                .list(row -> new Found(
                        row.number("source_id"),
                        row.number("pattern_id"),
                        row.instant("at"),
                        row.text("level"),
                        row.text("origin"),
                        row.text("text")));
    }

    /** Deletes some of those that are older. */
    int forget(Instant before, int most) {
        return db.sql("""
                delete from signal.line where id in (select id from signal.line where kept_at < :before order by kept_at limit :most)
                """).bind("before", before).bind("most", most).update();
    }

    /** Deletes some of a source beyond so many. */
    int forget(long source, int kept, int most) {
        return db.sql("""
                delete from signal.line where id in (
                       select id from signal.line where source_id = :source order by id desc offset :kept limit :most)
                """)
                .bind("source", source)
                .bind("kept", kept)
                .bind("most", most)
                .update();
    }
}

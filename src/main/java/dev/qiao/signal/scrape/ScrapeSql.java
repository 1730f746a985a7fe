package dev.qiao.signal.scrape;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.signal.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** All SQL of scraping. */
@Repository
class ScrapeSql {
    private final Db db;

    ScrapeSql(Db db) {
        this.db = db;
    }

    /** Those among them whose time has come, each given to one caller only. */
    List<Long> take(List<Source> sources, Instant now) {
        if (sources.isEmpty()) return List.of();
        return db.sql("""
                insert into signal.scrape as s (source_id, due_at)
                select n.id, :now::timestamptz + make_interval(secs => n.every)
                  from unnest(:sources::bigint[], :every::int[]) as n (id, every) order by n.id
                    on conflict (source_id) do update set due_at = excluded.due_at where s.due_at <= :now
                returning source_id
                """)
                .bind("now", now)
                .bind("sources", column(sources, Source::id))
                .bind(
                        "every",
                        column(
                                sources,
                                source -> Objects.requireNonNull(source.setup().scrape())
                                        .every()))
                .list(row -> row.number("source_id"));
    }

    void put(long source, Scraped how) {
        db.sql("""
                update signal.scrape set last_at = :at, took_ms = :took, samples = :samples, problem = :problem, detail = :detail
                 where source_id = :source
                """)
                .bind("at", how.at())
                .bind("took", how.millis())
                .bind("samples", how.samples())
                .bind("problem", how.problem())
                .bind("detail", how.detail())
                .bind("source", source)
                .update();
    }

    Optional<Scraped> find(long source) {
        return db.sql("""
                select last_at, took_ms, samples, problem, detail from signal.scrape where source_id = :source and last_at is not null
                """)
                .bind("source", source)
                .optional(row -> new Scraped(
                        row.instant("last_at"),
                        row.integer("took_ms"),
                        row.integer("samples"),
                        row.textOrNull("problem"),
                        row.text("detail")));
    }
}

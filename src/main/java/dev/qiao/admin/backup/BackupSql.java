package dev.qiao.admin.backup;

import dev.qiao.admin.backup.Taking.Taken;
import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of backups. */
@Component
class BackupSql {
    private static final String COLUMNS = """
            id, by_id, state, ordered_at, step, steps_done, steps_all, ended_at, file, coalesce(bytes, 0) as bytes,
            coalesce(rows, 0) as rows, coalesce(files, 0) as files, coalesce(damaged, 0) as damaged, gone_at, problem,
            arguments::text as arguments
            """;

    private final Db db;

    BackupSql(Db db) {
        this.db = db;
    }

    /** Empty when one is under way, or was taken for this day. */
    Optional<Long> order(long by, @Nullable LocalDate day, Instant now) {
        return db.sql("""
                insert into admin.backup (by_id, day, state, ordered_at) values (:by, :day::date, 'waiting', :now)
                on conflict do nothing returning id
                """)
                .bind("by", by)
                .bind("day", day == null ? null : day.toString())
                .bind("now", now)
                .optional(row -> row.number("id"));
    }

    boolean planned(LocalDate day) {
        return db.sql("select exists (select from admin.backup where day = :day::date) as there")
                .bind("day", day.toString())
                .one(row -> row.yes("there"));
    }

    Optional<Backup> going() {
        return db.sql("select %s from admin.backup where state in ('waiting', 'running') limit 1".formatted(COLUMNS))
                .optional(BackupSql::read);
    }

    Optional<Backup> newest(Backup.State state) {
        return db.sql("select %s from admin.backup where state = :state order by id desc limit 1".formatted(COLUMNS))
                .bind("state", state)
                .optional(BackupSql::read);
    }

    List<Backup> page(long before, int limit) {
        return db.sql("select %s from admin.backup where id < :before order by id desc limit :limit".formatted(COLUMNS))
                .bind("before", before)
                .bind("limit", limit)
                .list(BackupSql::read);
    }

    /** Whoever begins it does it alone. */
    boolean begin(long id) {
        return db.sql("""
                update admin.backup set state = 'running', started_at = clock_timestamp(), seen_at = clock_timestamp()
                where id = :id and state = 'waiting'
                """).bind("id", id).update() == 1;
    }

    void beat(long id, Progress.Step step, long done, long all) {
        db.sql("""
                update admin.backup set step = :step, steps_done = :done, steps_all = :all, seen_at = clock_timestamp()
                where id = :id and state = 'running'
                """)
                .bind("id", id)
                .bind("step", step)
                .bind("done", done)
                .bind("all", all)
                .update();
    }

    /** Whether whoever took it has said nothing for so long that they must be gone. */
    boolean abandoned(long id, int seconds) {
        return db.sql("""
                select state = 'running' and seen_at < clock_timestamp() - make_interval(secs => :seconds) as gone
                from admin.backup where id = :id
                """).bind("id", id).bind("seconds", seconds).one(row -> row.yes("gone"));
    }

    void done(long id, Taken taken, Instant now) {
        db.sql("""
                update admin.backup set state = 'done', ended_at = :now, file = :file, bytes = :bytes, rows = :rows,
                       files = :files, damaged = :damaged
                where id = :id and state = 'running'
                """)
                .bind("id", id)
                .bind("now", now)
                .bind("file", taken.file().toString())
                .bind("bytes", taken.bytes())
                .bind("rows", taken.rows())
                .bind("files", taken.files())
                .bind("damaged", taken.damaged().size())
                .updateOne();
    }

    /** False when it has ended already. */
    boolean failed(long id, String problem, List<?> arguments, Instant now) {
        return db.sql("""
                update admin.backup set state = 'failed', ended_at = :now, problem = :problem, arguments = :arguments::jsonb
                where id = :id and state in ('waiting', 'running')
                """)
                        .bind("id", id)
                        .bind("now", now)
                        .bind("problem", problem)
                        .bind(
                                "arguments",
                                Json.of(arguments.stream().map(String::valueOf).toList()))
                        .update()
                == 1;
    }

    /** Those that are there beyond so many. */
    List<Backup> beyond(int keep) {
        return db.sql("""
                select %s from admin.backup where state = 'done' and gone_at is null order by id desc offset :keep limit 100
                """.formatted(COLUMNS)).bind("keep", keep).list(BackupSql::read);
    }

    void gone(long id, Instant now) {
        db.sql("update admin.backup set gone_at = :now where id = :id")
                .bind("id", id)
                .bind("now", now)
                .updateOne();
    }

    private static Backup read(Row row) {
        return new Backup(
                row.number("id"),
                row.number("by_id"),
                row.word("state", Backup.State.class),
                row.instant("ordered_at"),
                row.wordOrNull("step", Progress.Step.class),
                row.number("steps_done"),
                row.number("steps_all"),
                row.instantOrNull("ended_at"),
                row.textOrNull("file"),
                row.number("bytes"),
                row.number("rows"),
                row.number("files"),
                row.integer("damaged"),
                row.instantOrNull("gone_at"),
                row.textOrNull("problem"),
                List.of(row.json("arguments").as(Object[].class)));
    }
}

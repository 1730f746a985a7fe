package dev.qiao.people.roster;

import dev.qiao.base.Db;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Writes layers and what holds for a roster as a whole. */
@Component
class LayerSql {
    private record Turn(int turn, long person) {}

    private final Db db;

    LayerSql(Db db) {
        this.db = db;
    }

    Optional<Frame> frame(long team) {
        return db.sql("select calendar, version from people.roster where team_id = :team")
                .bind("team", team)
                .optional(row -> new Frame(row.text("calendar"), row.integer("version")));
    }

    /** The roster of a team exists from its first change on; two who change it wait for each other, and gaps are looked for again. */
    void touch(long team) {
        db.sql("""
                insert into people.roster (team_id) values (:team)
                on conflict (team_id) do update set checked_at = null
                """).bind("team", team).update();
    }

    boolean update(long team, Frame frame, List<Window> wanted) {
        int rows = db.sql("""
                update people.roster set calendar = :calendar, version = version + 1 where team_id = :team and version = :version
                """)
                .bind("calendar", frame.calendar())
                .bind("team", team)
                .bind("version", frame.version())
                .update();
        if (rows == 0) return false;
        db.sql("delete from people.roster_hour where team_id = :team")
                .bind("team", team)
                .update();
        windows(db.sql("""
                insert into people.roster_hour (team_id, weekday, starts, ends)
                select :owner, * from unnest(:weekdays::int[], :starts::int[], :ends::int[])
                """), team, wanted);
        return true;
    }

    long insert(long team, LayerDraft draft) {
        long id = bound("""
                insert into people.layer (team_id, name, level, starts, ends, every, unit)
                values (:team, :name, :level, :starts::timestamp, :ends::timestamp, :every, :unit) returning id
                """, draft).bind("team", team).one(row -> row.number("id"));
        parts(id, draft);
        return id;
    }

    /** Writes a layer that was taken away under the number that it had; false when it is there already. */
    boolean insert(long team, long id, int version, LayerDraft draft) {
        int rows = bound("""
                insert into people.layer (id, team_id, name, level, starts, ends, every, unit, version) overriding system value
                values (:id, :team, :name, :level, :starts::timestamp, :ends::timestamp, :every, :unit, :version)
                on conflict (id) do nothing
                """, draft)
                .bind("id", id)
                .bind("team", team)
                .bind("version", version)
                .update();
        if (rows == 0) return false;
        parts(id, draft);
        return true;
    }

    boolean update(long team, long id, int version, LayerDraft draft) {
        int rows = bound("""
                update people.layer set name = :name, level = :level, starts = :starts::timestamp, ends = :ends::timestamp,
                    every = :every, unit = :unit, version = version + 1
                where id = :id and team_id = :team and version = :version
                """, draft)
                .bind("id", id)
                .bind("team", team)
                .bind("version", version)
                .update();
        if (rows == 0) return false;
        db.sql("delete from people.layer_turn where layer_id = :id")
                .bind("id", id)
                .update();
        db.sql("delete from people.layer_hour where layer_id = :id")
                .bind("id", id)
                .update();
        parts(id, draft);
        return true;
    }

    boolean delete(long team, long id) {
        return db.sql("delete from people.layer where id = :id and team_id = :team")
                        .bind("id", id)
                        .bind("team", team)
                        .update()
                == 1;
    }

    private Db.Query bound(String text, LayerDraft draft) {
        return db.sql(text)
                .bind("name", draft.name())
                .bind("level", draft.level())
                .bind("starts", draft.starts().toString())
                .bind("ends", draft.ends() == null ? null : draft.ends().toString())
                .bind("every", draft.every())
                .bind("unit", draft.unit());
    }

    private void parts(long id, LayerDraft draft) {
        var turns = IntStream.range(0, draft.turns().size())
                .boxed()
                .flatMap(i -> draft.turns().get(i).stream().map(person -> new Turn(i + 1, person)))
                .toList();
        db.sql("""
                insert into people.layer_turn (layer_id, turn, person_id)
                select :layer, * from unnest(:turns::int[], :persons::bigint[])
                """)
                .bind("layer", id)
                .bind("turns", Db.column(turns, Turn::turn))
                .bind("persons", Db.column(turns, Turn::person))
                .update();
        windows(db.sql("""
                insert into people.layer_hour (layer_id, weekday, starts, ends)
                select :owner, * from unnest(:weekdays::int[], :starts::int[], :ends::int[])
                """), id, draft.windows());
    }

    private static void windows(Db.Query query, long owner, List<Window> windows) {
        query.bind("owner", owner)
                .bind("weekdays", Db.column(windows, w -> w.day().getValue()))
                .bind("starts", Db.column(windows, Window::starts))
                .bind("ends", Db.column(windows, Window::ends))
                .update();
    }
}

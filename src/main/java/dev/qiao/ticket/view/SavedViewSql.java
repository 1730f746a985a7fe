package dev.qiao.ticket.view;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The saved views. */
@Repository
class SavedViewSql {
    private static final String COLUMNS =
            "id, version, name, address, owner_id, team_id, shared, changed_at, removed_at";

    private final Db db;

    SavedViewSql(Db db) {
        this.db = db;
    }

    /** A person's own first, then their teams', each in the order in which they were made. */
    List<SavedView> of(long person, Collection<Long> teams, int limit) {
        return db.sql("""
                (select %1$s from ticket.saved_view where owner_id = :person and removed_at is null order by id limit :limit)
                union all
                (select %1$s from ticket.saved_view where team_id = any(:teams::bigint[]) and removed_at is null
                  order by team_id, id limit :limit)
                """.formatted(COLUMNS))
                .bind("person", person)
                .bind("teams", teams)
                .bind("limit", limit)
                .list(SavedViewSql::view);
    }

    /** What was removed since then of a person's own and of their teams', the newest first. */
    List<SavedView> removed(long person, Collection<Long> teams, Instant since, int limit) {
        return db.sql("""
                select %s from ticket.saved_view
                 where removed_at >= :since and (owner_id = :person or team_id = any(:teams::bigint[]))
                 order by removed_at desc, id limit :limit
                """.formatted(COLUMNS))
                .bind("since", since)
                .bind("person", person)
                .bind("teams", teams)
                .bind("limit", limit)
                .list(SavedViewSql::view);
    }

    Optional<SavedView> find(long id) {
        return db.sql("select " + COLUMNS + " from ticket.saved_view where id = :id")
                .bind("id", id)
                .optional(SavedViewSql::view);
    }

    Optional<SavedView> lock(long id) {
        return db.sql("select " + COLUMNS + " from ticket.saved_view where id = :id for update")
                .bind("id", id)
                .optional(SavedViewSql::view);
    }

    /** What one owner keeps grows one by one, so that it is never more than was checked. */
    void hold(@Nullable Long owner, @Nullable Long team) {
        db.sql("select pg_advisory_xact_lock(hashtext(:whose), :id::int) is null as held")
                .bind("whose", owner == null ? "views of a team" : "views of a person")
                .bind("id", owner == null ? team : owner)
                .list(row -> row.yes("held"));
    }

    int count(@Nullable Long owner, @Nullable Long team) {
        return db.sql("""
                select count(*)::int as n from ticket.saved_view
                 where removed_at is null and (owner_id = :owner::bigint or team_id = :team::bigint)
                """).bind("owner", owner).bind("team", team).one(row -> row.integer("n"));
    }

    SavedView insert(ViewDraft draft, @Nullable Long owner, long by, Instant now) {
        return db.sql("""
                insert into ticket.saved_view (name, address, owner_id, team_id, shared, made_by, made_at, changed_at)
                values (:name, :address, :owner::bigint, :team::bigint, :shared, :by, :now, :now) returning %s
                """.formatted(COLUMNS))
                .bind("name", draft.name())
                .bind("address", draft.lens().address())
                .bind("owner", owner)
                .bind("team", draft.team())
                .bind("shared", draft.shared())
                .bind("by", by)
                .bind("now", now)
                .one(SavedViewSql::view);
    }

    SavedView update(SavedView view, Instant now) {
        return db.sql("""
                update ticket.saved_view set version = version + 1, name = :name, address = :address, owner_id = :owner::bigint,
                       team_id = :team::bigint, shared = :shared, changed_at = :now, removed_at = :removed::timestamptz
                 where id = :id returning %s
                """.formatted(COLUMNS))
                .bind("id", view.id())
                .bind("name", view.name())
                .bind("address", view.address())
                .bind("owner", view.owner())
                .bind("team", view.team())
                .bind("shared", view.shared())
                .bind("now", now)
                .bind("removed", view.removedAt())
                .one(SavedViewSql::view);
    }

    private static SavedView view(Row row) {
        return new SavedView(
                row.number("id"),
                row.integer("version"),
                row.text("name"),
                row.text("address"),
                row.numberOrNull("owner_id"),
                row.numberOrNull("team_id"),
                row.yes("shared"),
                row.instant("changed_at"),
                row.instantOrNull("removed_at"));
    }
}

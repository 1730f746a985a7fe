package dev.qiao.signal.status;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** All SQL of public pages. */
@Repository
class StatusSql {
    private static final String PAGE =
            "select organization_id, slug, title, services, active, since, version from signal.status_page ";

    private final Db db;

    StatusSql(Db db) {
        this.db = db;
    }

    List<StatusPage> all(int most) {
        return db.sql(PAGE + "order by title, organization_id limit :most")
                .bind("most", most)
                .list(StatusSql::page);
    }

    Optional<StatusPage> find(long organization) {
        return db.sql(PAGE + "where organization_id = :organization")
                .bind("organization", organization)
                .optional(StatusSql::page);
    }

    /** False when the organization has one. */
    boolean insert(long organization, StatusPageDraft draft, Instant now) {
        return db.sql("""
                        insert into signal.status_page (organization_id, slug, title, services, active, since)
                        values (:organization, :slug, :title, :services::bigint[], :active, :since)
                        on conflict (organization_id) do nothing
                        """)
                        .bind("organization", organization)
                        .bind("slug", draft.slug())
                        .bind("title", draft.title())
                        .bind("services", draft.services())
                        .bind("active", draft.active())
                        .bind("since", now)
                        .update()
                == 1;
    }

    /** False when somebody was faster. */
    boolean update(long organization, int seen, StatusPageDraft draft) {
        return db.sql("""
                        update signal.status_page
                           set slug = :slug, title = :title, services = :services::bigint[], active = :active, version = version + 1
                         where organization_id = :organization and version = :seen
                        """)
                        .bind("organization", organization)
                        .bind("seen", seen)
                        .bind("slug", draft.slug())
                        .bind("title", draft.title())
                        .bind("services", draft.services())
                        .bind("active", draft.active())
                        .update()
                == 1;
    }

    private static StatusPage page(Row row) {
        return new StatusPage(
                row.number("organization_id"),
                row.text("slug"),
                row.text("title"),
                row.numbers("services"),
                row.yes("active"),
                row.instant("since"),
                row.integer("version"));
    }
}

package dev.qiao.ticket.form;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.ticket.Matter.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** Forms and their versions. */
@Repository
class FormSql {
    private static final int MOST = 1_000;

    private static final String VERSION = """
            v.id as version_id, v.form_id, f.code as form_code, v.number, v.name as version_name, v.definition, v.at, v.by_id
            """;

    private final Db db;

    FormSql(Db db) {
        this.db = db;
    }

    List<Form> all() {
        return db.sql("""
                select f.id, f.code, f.name, f.category_id, f.kind, f.icon, f.place, f.listed, f.active, f.revision, f.draft,
                       %s
                  from ticket.form f left join ticket.form_version v on v.id = f.current_id
                 order by f.place, f.code limit :most
                """.formatted(VERSION)).bind("most", MOST).list(FormSql::form);
    }

    List<FormVersion> versions(Collection<Long> ids) {
        return db.sql(
                        "select " + VERSION
                                + " from ticket.form_version v join ticket.form f on f.id = v.form_id where v.id = any(:ids::bigint[])")
                .bind("ids", ids)
                .list(FormSql::version);
    }

    /** The newest first. */
    List<FormVersion> history(long form, int limit) {
        return db.sql("select " + VERSION + """
                  from ticket.form_version v join ticket.form f on f.id = v.form_id
                 where v.form_id = :form order by v.number desc limit :limit
                """)
                .bind("form", form)
                .bind("limit", limit)
                .list(FormSql::version);
    }

    /** Errors: a code that is taken. */
    long insert(FormHead head) {
        try {
            return bind(head, """
                    insert into ticket.form (code, name, category_id, kind, icon, place, listed, draft)
                    values (:code, :name, :category, :kind, :icon, :place, :listed, :draft::jsonb)
                    returning id
                    """).bind("draft", Json.of(Definition.EMPTY)).one(row -> row.number("id"));
        } catch (DuplicateKeyException _) {
            throw Refused.invalid("code", "ticket.code_taken", head.code());
        }
    }

    /** The code stays: it stands in addresses and in other systems. False when somebody else was faster. */
    boolean update(long id, int revision, FormHead head) {
        return bind(head, """
                update ticket.form set name = :name, category_id = :category, kind = :kind, icon = :icon, place = :place, listed = :listed,
                       revision = revision + 1
                 where id = :id and revision = :revision
                """).bind("id", id).bind("revision", revision).update() == 1;
    }

    boolean redraft(long id, int revision, Definition draft) {
        return db.sql("""
                update ticket.form set draft = :draft::jsonb, revision = revision + 1 where id = :id and revision = :revision
                """)
                        .bind("draft", Json.of(draft))
                        .bind("id", id)
                        .bind("revision", revision)
                        .update()
                == 1;
    }

    boolean activate(long id, int revision, boolean active) {
        return db.sql("""
                update ticket.form set active = :active, revision = revision + 1 where id = :id and revision = :revision
                """)
                        .bind("active", active)
                        .bind("id", id)
                        .bind("revision", revision)
                        .update()
                == 1;
    }

    /** @param asked the version; null: none */
    boolean restore(long id, int revision, Definition draft, boolean active, @Nullable Long asked) {
        return db.sql("""
                update ticket.form set draft = :draft::jsonb, active = :active, current_id = :asked::bigint
                 where id = :id and revision = :revision
                """)
                        .bind("draft", Json.of(draft))
                        .bind("active", active)
                        .bind("asked", asked)
                        .bind("id", id)
                        .bind("revision", revision)
                        .update()
                == 1;
    }

    /** What is worked out becomes what is asked. */
    boolean publish(long id, int revision, long by, Instant at) {
        int rows = db.sql("""
                with made as (
                    insert into ticket.form_version (form_id, number, name, definition, at, by_id)
                    select f.id, 1 + coalesce((select max(number) from ticket.form_version where form_id = f.id), 0), f.name, f.draft, :at, :by
                      from ticket.form f where f.id = :id and f.revision = :revision
                    returning id, form_id)
                update ticket.form set current_id = made.id, revision = revision + 1
                  from made where ticket.form.id = made.form_id and revision = :revision
                """)
                .bind("id", id)
                .bind("revision", revision)
                .bind("by", by)
                .bind("at", at)
                .update();
        return rows == 1;
    }

    private Db.Query bind(FormHead head, String sql) {
        return db.sql(sql)
                .bind("code", head.code())
                .bind("name", head.name())
                .bind("category", head.category())
                .bind("kind", head.kind())
                .bind("icon", head.icon())
                .bind("place", head.place())
                .bind("listed", head.listed());
    }

    private static Form form(Row row) {
        @Nullable Kind kind = row.wordOrNull("kind", Kind.class);
        return new Form(
                row.number("id"),
                row.text("code"),
                row.text("name"),
                row.numberOrNull("category_id"),
                kind,
                row.text("icon"),
                row.integer("place"),
                row.yes("listed"),
                row.yes("active"),
                row.integer("revision"),
                row.json("draft").as(Definition.class),
                row.numberOrNull("version_id") == null ? null : version(row));
    }

    private static FormVersion version(Row row) {
        return new FormVersion(
                row.number("version_id"),
                row.number("form_id"),
                row.text("form_code"),
                row.integer("number"),
                row.text("version_name"),
                row.json("definition").as(Definition.class),
                row.instant("at"),
                row.number("by_id"));
    }
}

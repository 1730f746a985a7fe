package dev.qiao.people.draft;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Drafts; every statement but the sweep names the person. */
@Repository
class DraftSql {
    private final Db db;

    DraftSql(Db db) {
        this.db = db;
    }

    List<Draft> of(List<String> names, long person) {
        return db.sql("""
                select name, fields::text as fields, version, saved_at from people.draft
                 where person_id = :person and name = any(:names::text[]) order by name limit 100
                """).bind("person", person).bind("names", names).list(DraftSql::draft);
    }

    /** Nothing when the stored version is not the one that was seen; what was forgotten meanwhile begins anew. */
    Optional<Draft> save(String name, Json fields, int seen, long person, Instant now) {
        return db.sql("""
                insert into people.draft as kept (person_id, name, fields, version, saved_at)
                values (:person, :name, :fields::jsonb, :seen + 1, :now)
                on conflict (person_id, name) do update
                    set fields = excluded.fields, version = excluded.version, saved_at = excluded.saved_at
                  where kept.version = :seen
                returning name, fields::text as fields, version, saved_at
                """)
                .bind("person", person)
                .bind("name", name)
                .bind("fields", fields)
                .bind("seen", seen)
                .bind("now", now)
                .optional(DraftSql::draft);
    }

    /** Everybody's drafts of these names, until the act has ended; for what nobody reads. */
    Map<Long, Map<String, Draft>> lock(Collection<String> names) {
        var found = new LinkedHashMap<Long, Map<String, Draft>>();
        db.sql("""
                select person_id, name, fields::text as fields, version, saved_at from people.draft
                 where name = any(:names::text[]) order by person_id, name limit 1000 for update
                """).bind("names", names).list(row -> {
            var draft = draft(row);
            found.computeIfAbsent(row.number("person_id"), _ -> new LinkedHashMap<>())
                    .put(draft.name(), draft);
            return draft;
        });
        return found;
    }

    void put(Draft draft, long person) {
        db.sql("""
                insert into people.draft (person_id, name, fields, version, saved_at)
                values (:person, :name, :fields::jsonb, :version, :at)
                on conflict (person_id, name) do update
                    set fields = excluded.fields, version = excluded.version, saved_at = excluded.saved_at
                """)
                .bind("person", person)
                .bind("name", draft.name())
                .bind("fields", Json.of(draft.fields()))
                .bind("version", draft.version())
                .bind("at", draft.savedAt())
                .update();
    }

    void trim(long person, int most) {
        db.sql("""
                delete from people.draft where person_id = :person and name in
                    (select name from people.draft where person_id = :person order by fields = '{}', saved_at desc, name offset :most limit 100)
                """).bind("person", person).bind("most", most).update();
    }

    void clear(String name, long person) {
        db.sql("delete from people.draft where person_id = :person and name = :name")
                .bind("person", person)
                .bind("name", name)
                .update();
    }

    int purge(Instant before) {
        return db.sql("""
                delete from people.draft where (person_id, name) in
                    (select person_id, name from people.draft where saved_at < :before limit 500)
                """).bind("before", before).update();
    }

    private static Draft draft(Row row) {
        Map<String, String> fields = new LinkedHashMap<>();
        row.json("fields")
                .node()
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        return new Draft(row.text("name"), fields, row.integer("version"), row.instant("saved_at"));
    }
}

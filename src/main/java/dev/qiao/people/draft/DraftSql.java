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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Drafts; every statement but the sweep names the person. */
@Repository
class DraftSql {
    private static final int HELD = 50;

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

    /** All that hold something, the newest first. */
    List<Begun> all(long person, int most) {
        return db.sql("""
                select name, fields::text as fields, version, saved_at, coalesce(page, '') as page, coalesce(about, '') as about
                  from people.draft where person_id = :person and fields <> '{}' order by saved_at desc, name limit :most
                """)
                .bind("person", person)
                .bind("most", most)
                .list(row -> new Begun(draft(row), row.text("page"), row.text("about")));
    }

    long count(long person) {
        return db.sql("select count(*) as many from people.draft where person_id = :person and fields <> '{}'")
                .bind("person", person)
                .one(row -> row.number("many"));
    }

    /**
     * Where it was begun stays known when it is not said again. Nothing when the stored version is not the one that was seen; what was forgotten meanwhile begins anew. Who takes everything back
     * gives up where it came from, too.
     */
    Optional<Draft> save(String name, Json fields, int seen, String page, String about, long person, Instant now) {
        return db.sql("""
                insert into people.draft as kept (person_id, name, fields, version, saved_at, page, about)
                values (:person, :name, :fields::jsonb, :seen + 1, :now, nullif(:page, ''), nullif(:about, ''))
                on conflict (person_id, name) do update
                    set fields = excluded.fields, version = excluded.version, saved_at = excluded.saved_at,
                        page = coalesce(excluded.page, kept.page), about = coalesce(excluded.about, kept.about),
                        carried = case when excluded.fields = '{}' then null else kept.carried end
                  where kept.version = :seen
                returning name, fields::text as fields, version, saved_at
                """)
                .bind("person", person)
                .bind("name", name)
                .bind("fields", fields)
                .bind("seen", seen)
                .bind("now", now)
                .bind("page", page)
                .bind("about", about)
                .optional(DraftSql::draft);
    }

    /** A draft with what of it came from other forms. */
    record Kept(Draft draft, @Nullable Carried carried) {}

    /** One person's drafts, by their names. */
    interface Each {
        void take(long person, Map<String, Kept> drafts);
    }

    /**
     * Everybody's drafts of these names, one person after the other, until the act has ended; for what nobody reads. However many people
     * there are, none is left out: so many rows are held at once, and a person is never torn apart.
     */
    void each(Collection<String> names, Each each) {
        each(names, HELD, each);
    }

    void each(Collection<String> names, int rows, Each each) {
        int most = Math.max(rows, names.size() + 1);
        for (long after = 0; ; ) {
            var held = held(names, after, most);
            var last = held.isEmpty() ? 0 : held.getLast().person();
            boolean whole = held.size() < most;
            var people = new LinkedHashMap<Long, Map<String, Kept>>();
            for (var row : held) {
                if (!whole && row.person() == last) continue;
                people.computeIfAbsent(row.person(), _ -> new LinkedHashMap<>())
                        .put(row.kept().draft().name(), row.kept());
            }
            people.forEach(each::take);
            if (whole) return;
            after = last - 1;
        }
    }

    private record Held(long person, Kept kept) {}

    private List<Held> held(Collection<String> names, long after, int most) {
        return db.sql("""
                select person_id, name, fields::text as fields, version, saved_at, carried::text as carried from people.draft
                 where name = any(:names::text[]) and person_id > :after order by person_id, name limit :most for update
                """)
                .bind("names", names)
                .bind("after", after)
                .bind("most", most)
                .list(row -> new Held(row.number("person_id"), new Kept(draft(row), carried(row))));
    }

    /** The same of one, as it stands by now. */
    Optional<Kept> hold(String name, long person) {
        return db.sql("""
                select name, fields::text as fields, version, saved_at, carried::text as carried from people.draft
                 where person_id = :person and name = :name for update
                """)
                .bind("person", person)
                .bind("name", name)
                .optional(row -> new Kept(draft(row), carried(row)));
    }

    /** @param before the version that was there; 0: none. False, and nothing is written, when another one is. */
    boolean put(Draft draft, @Nullable Carried carried, int before, long person) {
        int rows = db.sql("""
                insert into people.draft as kept (person_id, name, fields, version, saved_at, carried)
                values (:person, :name, :fields::jsonb, :version, :at, :carried::jsonb)
                on conflict (person_id, name) do update
                    set fields = excluded.fields, version = excluded.version, saved_at = excluded.saved_at, carried = excluded.carried
                  where kept.version = :before
                """)
                .bind("person", person)
                .bind("name", draft.name())
                .bind("fields", Json.of(draft.fields()))
                .bind("version", draft.version())
                .bind("at", draft.savedAt())
                .bind("carried", carried == null ? null : Json.of(carried))
                .bind("before", before)
                .update();
        return rows == 1;
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

    private static @Nullable Carried carried(Row row) {
        var text = row.textOrNull("carried");
        return text == null ? null : new Json(text).as(Carried.class);
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

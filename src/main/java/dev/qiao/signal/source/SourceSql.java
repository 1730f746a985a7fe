package dev.qiao.signal.source;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of sources. */
@Repository
class SourceSql {
    private static final String SOURCE =
            "select id, name, kind, person_id, service_id, setup::text as setup, sealed, active, version, created_at from signal.source ";

    private final Db db;

    SourceSql(Db db) {
        this.db = db;
    }

    /** In the transaction that is open, nobody else makes the desk's own source. */
    void alone() {
        db.sql("select pg_advisory_xact_lock(hashtext('signal.source')) is null as locked")
                .one(row -> row.yes("locked"));
    }

    List<Source> all() {
        return db.sql(SOURCE + "order by id limit :most")
                .bind("most", Sources.MOST)
                .list(SourceSql::source);
    }

    Optional<Source> find(long id) {
        return db.sql(SOURCE + "where id = :id").bind("id", id).optional(SourceSql::source);
    }

    /** All that are listened to, by the hashes of their keys. */
    Map<String, Source> byHash() {
        record Keyed(String hash, Source source) {}
        return db.sql("""
                        select key_hash, id, name, kind, person_id, service_id, setup::text as setup, sealed, active, version, created_at
                          from signal.source where active limit :most
                        """).bind("most", Sources.MOST).list(row -> new Keyed(row.text("key_hash"), source(row))).stream()
                .collect(Collectors.toUnmodifiableMap(Keyed::hash, Keyed::source));
    }

    /** Heartbeats whose silence has not been noticed yet. */
    List<Beat> beating(int most) {
        return db.sql("""
                select s.id, s.name, s.kind, s.person_id, s.service_id, s.setup::text as setup, s.sealed, s.active, s.version, s.created_at,
                       coalesce((select m.received_at from signal.message m where m.source_id = s.id order by m.id desc limit 1),
                                s.created_at) as last_at
                  from signal.source s
                 where s.kind = 'heartbeat' and s.active
                   and not exists (select 1 from signal.alert a where a.source_id = s.id and a.key = 'heartbeat' and a.state <> 'resolved')
                 limit :most
                """).bind("most", most).list(row -> new Beat(source(row), row.instant("last_at")));
    }

    long insert(SourceDraft draft, long person, String hash, Instant now) {
        return db.sql("""
                insert into signal.source (name, kind, key_hash, person_id, service_id, setup, active, created_at)
                values (:name, :kind, :hash, :person, :service, :setup::jsonb, :active, :now)
                returning id
                """)
                .bind("name", draft.name())
                .bind("kind", draft.kind())
                .bind("hash", hash)
                .bind("person", person)
                .bind("service", draft.service())
                .bind("setup", Json.of(draft.setup()))
                .bind("active", draft.active())
                .bind("now", now)
                .one(row -> row.number("id"));
    }

    /** False when somebody was faster. */
    boolean update(long id, int seen, SourceDraft draft) {
        return db.sql("""
                        update signal.source
                           set name = :name, service_id = :service, setup = :setup::jsonb, active = :active, version = version + 1
                         where id = :id and version = :seen
                        """)
                        .bind("id", id)
                        .bind("seen", seen)
                        .bind("name", draft.name())
                        .bind("service", draft.service())
                        .bind("setup", Json.of(draft.setup()))
                        .bind("active", draft.active())
                        .update()
                == 1;
    }

    void rekey(long id, String hash) {
        db.sql("update signal.source set key_hash = :hash where id = :id")
                .bind("id", id)
                .bind("hash", hash)
                .updateOne();
    }

    /** By which it signs from now on; null: it does not sign. */
    void seal(long id, @Nullable String sealed) {
        db.sql("update signal.source set sealed = :sealed::text where id = :id")
                .bind("id", id)
                .bind("sealed", sealed)
                .updateOne();
    }

    private static Source source(Row row) {
        return new Source(
                row.number("id"),
                row.text("name"),
                row.word("kind", Sender.class),
                row.number("person_id"),
                row.numberOrNull("service_id"),
                row.json("setup").as(Setup.class),
                row.textOrNull("sealed"),
                row.yes("active"),
                row.integer("version"),
                row.instant("created_at"));
    }
}

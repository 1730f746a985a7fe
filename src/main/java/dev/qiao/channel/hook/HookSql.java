package dev.qiao.channel.hook;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of webhooks and their secrets. */
@Repository
class HookSql {
    private static final String HOOK =
            "select id, version, name, url, events, inside, active, maker, gone_at, rests_until, failures from channel.hook ";

    /** A hook's secrets, closed; the old one for as long as it still holds. */
    record Secrets(byte[] now, byte @Nullable [] old) {}

    private final Db db;

    HookSql(Db db) {
        this.db = db;
    }

    List<Hook> all() {
        return db.sql(HOOK + "order by name limit :most")
                .bind("most", Hooks.MOST)
                .list(HookSql::hook);
    }

    Optional<Hook> find(long id) {
        return db.sql(HOOK + "where id = :id").bind("id", id).optional(HookSql::hook);
    }

    Map<Long, String> names(Collection<Long> ids) {
        record Named(long id, String name) {}
        return db
                .sql("select id, name from channel.hook where id = any(:ids::bigint[])")
                .bind("ids", ids)
                .list(row -> new Named(row.number("id"), row.text("name")))
                .stream()
                .collect(Collectors.toMap(Named::id, Named::name));
    }

    long insert(HookDraft draft, long maker) {
        return bound("""
                insert into channel.hook (name, url, events, inside, active, maker)
                values (:name, :url, :events::text[], :inside, :active, :maker) returning id
                """, draft).bind("maker", maker).one(row -> row.number("id"));
    }

    /** One that was there before; nothing where there is one. */
    boolean insert(long id, HookDraft draft, long maker) {
        return bound("""
                        insert into channel.hook (id, name, url, events, inside, active, maker)
                        values (:id, :name, :url, :events::text[], :inside, :active, :maker)
                        on conflict (id) do nothing
                        """, draft).bind("maker", maker).bind("id", id).update() == 1;
    }

    /** False when somebody was faster. It is as good as new then: no rest, and not gone. */
    boolean update(long id, int seen, HookDraft draft) {
        return bound("""
                        update channel.hook
                           set name = :name, url = :url, events = :events::text[], inside = :inside, active = :active,
                               version = version + 1, gone_at = null, rests_until = null, failures = 0
                         where id = :id and version = :seen
                        """, draft).bind("id", id).bind("seen", seen).update() == 1;
    }

    boolean delete(long id) {
        return db.sql("delete from channel.hook where id = :id").bind("id", id).update() == 1;
    }

    /** The one before holds on for a while. */
    void rotate(long id, byte[] secret, Instant oldUntil) {
        db.sql("""
                update channel.hook set old_secret = secret, old_until = :until, secret = :secret where id = :id
                """)
                .bind("id", id)
                .bind("until", oldUntil)
                .bind("secret", secret)
                .updateOne();
    }

    Secrets secrets(long id, Instant now) {
        return db.sql("""
                select secret, case when old_until > :now then old_secret end as old from channel.hook where id = :id
                """)
                .bind("id", id)
                .bind("now", now)
                .one(row -> new Secrets(row.bytes("secret"), row.bytesOrNull("old")));
    }

    void well(long id) {
        db.sql("update channel.hook set failures = 0, rests_until = null where id = :id and failures > 0")
                .bind("id", id)
                .update();
    }

    void rests(long id, Instant until) {
        db.sql("update channel.hook set failures = failures + 1, rests_until = :until where id = :id")
                .bind("id", id)
                .bind("until", until)
                .update();
    }

    void gone(long id, Instant now) {
        db.sql("update channel.hook set gone_at = :now where id = :id and gone_at is null")
                .bind("id", id)
                .bind("now", now)
                .update();
    }

    private Db.Query bound(String text, HookDraft draft) {
        return db.sql(text)
                .bind("name", draft.name())
                .bind("url", draft.url())
                .bind("events", draft.events())
                .bind("inside", draft.inside())
                .bind("active", draft.active());
    }

    private static Hook hook(Row row) {
        return new Hook(
                row.number("id"),
                row.integer("version"),
                new HookDraft(
                        row.text("name"), row.text("url"), row.texts("events"), row.yes("inside"), row.yes("active")),
                row.number("maker"),
                row.instantOrNull("gone_at"),
                row.instantOrNull("rests_until"),
                row.integer("failures"));
    }
}

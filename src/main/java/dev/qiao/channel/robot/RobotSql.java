package dev.qiao.channel.robot;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.ticket.Weight.Priority;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of robots, their addresses and secrets. */
@Repository
class RobotSql {
    private static final String ROBOT =
            "select id, version, name, kind, team_id, events, least, language, inside, active, maker, rests_until, failures, tokens, tokens_at from channel.robot ";

    /** Closed; no secret: its messages are not signed. */
    record Access(byte @Nullable [] address, byte @Nullable [] secret) {}

    private final Db db;

    RobotSql(Db db) {
        this.db = db;
    }

    List<Robot> all() {
        return db.sql(ROBOT + "order by name limit :most")
                .bind("most", Robots.MOST)
                .list(RobotSql::robot);
    }

    Optional<Robot> find(long id) {
        return db.sql(ROBOT + "where id = :id").bind("id", id).optional(RobotSql::robot);
    }

    Map<Long, String> names(Collection<Long> ids) {
        record Named(long id, String name) {}
        return db
                .sql("select id, name from channel.robot where id = any(:ids::bigint[])")
                .bind("ids", ids)
                .list(row -> new Named(row.number("id"), row.text("name")))
                .stream()
                .collect(Collectors.toMap(Named::id, Named::name));
    }

    long insert(RobotDraft draft, long maker) {
        return bound("""
                insert into channel.robot (name, kind, team_id, events, least, language, inside, active, maker)
                values (:name, :kind, :team::bigint, :events::text[], :least, :language, :inside, :active, :maker) returning id
                """, draft).bind("maker", maker).one(row -> row.number("id"));
    }

    /** One that was there before, which has no address any more; nothing where there is one. */
    boolean insert(long id, RobotDraft draft, long maker) {
        return bound("""
                        insert into channel.robot (id, name, kind, team_id, events, least, language, inside, active, maker)
                        values (:id, :name, :kind, :team::bigint, :events::text[], :least, :language, :inside, :active, :maker)
                        on conflict (id) do nothing
                        """, draft).bind("maker", maker).bind("id", id).update() == 1;
    }

    /** False when somebody was faster. It rests no longer. */
    boolean update(long id, int seen, RobotDraft draft) {
        return bound("""
                        update channel.robot
                           set name = :name, kind = :kind, team_id = :team::bigint, events = :events::text[], least = :least,
                               language = :language, inside = :inside, active = :active, version = version + 1,
                               rests_until = null, failures = 0
                         where id = :id and version = :seen
                        """, draft).bind("id", id).bind("seen", seen).update() == 1;
    }

    boolean delete(long id) {
        return db.sql("delete from channel.robot where id = :id").bind("id", id).update() == 1;
    }

    void address(long id, byte[] address) {
        db.sql("update channel.robot set address = :address where id = :id")
                .bind("id", id)
                .bind("address", address)
                .updateOne();
    }

    void secret(long id, byte @Nullable [] secret) {
        db.sql("update channel.robot set secret = :secret::bytea where id = :id")
                .bind("id", id)
                .bind("secret", secret)
                .updateOne();
    }

    Access access(long id) {
        return db.sql("select address, secret from channel.robot where id = :id")
                .bind("id", id)
                .one(row -> new Access(row.bytesOrNull("address"), row.bytesOrNull("secret")));
    }

    void well(long id) {
        db.sql(
                        "update channel.robot set failures = 0, rests_until = null where id = :id and (failures > 0 or rests_until is not null)")
                .bind("id", id)
                .update();
    }

    void rests(long id, int failures, Instant until) {
        db.sql("update channel.robot set failures = :failures, rests_until = :until where id = :id")
                .bind("id", id)
                .bind("failures", failures)
                .bind("until", until)
                .update();
    }

    void tokens(long id, double left, Instant now) {
        db.sql("update channel.robot set tokens = :left, tokens_at = :now where id = :id")
                .bind("id", id)
                .bind("left", left)
                .bind("now", now)
                .update();
    }

    private Db.Query bound(String text, RobotDraft draft) {
        return db.sql(text)
                .bind("name", draft.name())
                .bind("kind", draft.kind())
                .bind("team", draft.team())
                .bind("events", draft.events())
                .bind("least", draft.least())
                .bind("language", draft.language())
                .bind("inside", draft.inside())
                .bind("active", draft.active());
    }

    private static Robot robot(Row row) {
        return new Robot(
                row.number("id"),
                row.integer("version"),
                new RobotDraft(
                        row.text("name"),
                        row.word("kind", RobotKind.class),
                        row.numberOrNull("team_id"),
                        row.texts("events"),
                        row.word("least", Priority.class),
                        row.text("language"),
                        row.yes("inside"),
                        row.yes("active")),
                row.number("maker"),
                row.instantOrNull("rests_until"),
                row.integer("failures"),
                row.decimal("tokens"),
                row.instantOrNull("tokens_at"));
    }
}

package dev.qiao.channel.hook;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of what webhooks are told. */
@Repository
class HookMessageSql {
    /** To be told. */
    record Order(long hook, long entry, String event, long subject, String body) {}

    private static final String COLUMNS =
            "id, hook_id, entry, event, subject, body, created_at, attempts, next_at, sent_at, dead_at, problem, answer";

    private final Db db;

    HookMessageSql(Db db) {
        this.db = db;
    }

    /** Once for each hook and entry, however often it is asked for. */
    void insert(List<Order> orders, Instant now) {
        db.sql("""
                insert into channel.hook_message (hook_id, entry, event, subject, body, created_at, next_at)
                select o.*, :now, :now
                  from unnest(:hooks::bigint[], :entries::bigint[], :events::text[], :subjects::bigint[], :bodies::text[])
                    as o (hook, entry, event, subject, body)
                  join channel.hook h on h.id = o.hook
                on conflict (hook_id, entry) do nothing
                """)
                .bind("now", now)
                .bind("hooks", column(orders, Order::hook))
                .bind("entries", column(orders, Order::entry))
                .bind("events", column(orders, Order::event))
                .bind("subjects", column(orders, Order::subject))
                .bind("bodies", column(orders, Order::body))
                .update();
    }

    /**
     * Takes of each hook that does not rest what is due, until {@code back}, so that nobody holds a row while somebody else's machine
     * thinks. Whoever dies meanwhile has it tried again after that.
     */
    List<HookMessage> take(Instant now, Instant back, int ofEach) {
        return db.sql("""
                update channel.hook_message m
                   set next_at = :back, attempts = attempts + 1
                  from (select d.id from channel.hook h
                          cross join lateral (
                            select id from channel.hook_message
                             where hook_id = h.id and next_at <= :now order by next_at, id limit :most for update skip locked) d
                         where h.active and h.gone_at is null and (h.rests_until is null or h.rests_until <= :now)) due
                 where m.id = due.id
                returning %s
                """.formatted(COLUMNS.replaceAll("(\\w+)", "m.$1")))
                .bind("now", now)
                .bind("back", back)
                .bind("most", ofEach)
                .list(HookMessageSql::message);
    }

    /** What was not reached of what was taken, as if it had not been taken. */
    void putBack(List<Long> ids, Instant now) {
        db.sql("""
                update channel.hook_message set next_at = :now, attempts = attempts - 1
                 where id = any(:ids::bigint[]) and next_at is not null
                """).bind("ids", ids).bind("now", now).update();
    }

    void sent(long id, int answer, Instant now) {
        db.sql("""
                update channel.hook_message set sent_at = :now, next_at = null, problem = null, answer = :answer
                 where id = :id and next_at is not null
                """).bind("id", id).bind("answer", answer).bind("now", now).update();
    }

    /** Tried again then, or given up when there is no then. */
    void failed(long id, String problem, @Nullable Integer answer, @Nullable Instant then, Instant now) {
        db.sql("""
                update channel.hook_message
                   set next_at = :then::timestamptz, dead_at = case when :then::timestamptz is null then :now end,
                       problem = :problem, answer = :answer::integer
                 where id = :id and next_at is not null
                """)
                .bind("id", id)
                .bind("problem", problem)
                .bind("answer", answer)
                .bind("then", then)
                .bind("now", now)
                .update();
    }

    /** Once more, from the first attempt on, whether it was sent or given up. */
    boolean replay(long hook, long id, Instant now) {
        return db.sql("""
                        update channel.hook_message set next_at = :now, sent_at = null, dead_at = null, attempts = 0
                         where id = :id and hook_id = :hook and next_at is null
                        """).bind("id", id).bind("hook", hook).bind("now", now).update() == 1;
    }

    /** All that were given up, at most so many. */
    int replayDead(long hook, int most, Instant now) {
        return db.sql("""
                update channel.hook_message set next_at = :now, dead_at = null, attempts = 0
                 where id in (select id from channel.hook_message where hook_id = :hook and dead_at is not null order by id limit :most)
                """)
                .bind("hook", hook)
                .bind("most", most)
                .bind("now", now)
                .update();
    }

    /** The newest first, before this one. */
    List<HookMessage> of(long hook, long before, int most) {
        return db.sql(
                        "select " + COLUMNS
                                + " from channel.hook_message where hook_id = :hook and id < :before order by id desc limit :most")
                .bind("hook", hook)
                .bind("before", before)
                .bind("most", most)
                .list(HookMessageSql::message);
    }

    List<HookStanding> standings() {
        return db.sql("""
                select h.id,
                       (select count(*) from (select 1 from channel.hook_message m
                         where m.hook_id = h.id and m.next_at is not null limit 1000) w) as waiting,
                       (select count(*) from (select 1 from channel.hook_message m
                         where m.hook_id = h.id and m.dead_at is not null limit 1000) d) as dead
                  from channel.hook h limit :most
                """)
                .bind("most", Hooks.MOST)
                .list(row -> new HookStanding(row.number("id"), row.number("waiting"), row.number("dead")));
    }

    int purge(Instant until, int most) {
        return db.sql("""
                delete from channel.hook_message
                 where id in (select id from channel.hook_message where sent_at < :until order by sent_at limit :most for update skip locked)
                """).bind("until", until).bind("most", most).update();
    }

    Optional<HookMessage> find(long hook, long id) {
        return db.sql("select " + COLUMNS + " from channel.hook_message where hook_id = :hook and id = :id")
                .bind("hook", hook)
                .bind("id", id)
                .optional(HookMessageSql::message);
    }

    private static HookMessage message(Row row) {
        return new HookMessage(
                row.number("id"),
                row.number("hook_id"),
                row.number("entry"),
                row.text("event"),
                row.number("subject"),
                row.text("body"),
                row.instant("created_at"),
                row.integer("attempts"),
                row.instantOrNull("next_at"),
                row.instantOrNull("sent_at"),
                row.instantOrNull("dead_at"),
                row.textOrNull("problem"),
                row.integerOrNull("answer"));
    }
}

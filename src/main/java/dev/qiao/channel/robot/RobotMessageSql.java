package dev.qiao.channel.robot;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.ticket.Weight.Priority;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of what robots say. */
@Repository
class RobotMessageSql {
    /** To be said. */
    record Order(long robot, long entry, String event, long subject, String title, Priority priority) {}

    private static final String COLUMNS =
            "id, robot_id, entry, event, subject, title, priority, created_at, attempts, next_at, sent_at, dead_at, problem, answer";

    private final Db db;

    RobotMessageSql(Db db) {
        this.db = db;
    }

    /** Once for each robot and entry, however often it is asked for. */
    void insert(List<Order> orders, Instant now) {
        db.sql("""
                insert into channel.robot_message (robot_id, entry, event, subject, title, priority, created_at, next_at)
                select o.*, :now, :now
                  from unnest(:robots::bigint[], :entries::bigint[], :events::text[], :subjects::bigint[], :titles::text[], :priorities::text[])
                    as o (robot, entry, event, subject, title, priority)
                  join channel.robot r on r.id = o.robot
                on conflict (robot_id, entry) do nothing
                """)
                .bind("now", now)
                .bind("robots", column(orders, Order::robot))
                .bind("entries", column(orders, Order::entry))
                .bind("events", column(orders, Order::event))
                .bind("subjects", column(orders, Order::subject))
                .bind("titles", column(orders, Order::title))
                .bind("priorities", column(orders, Order::priority))
                .update();
    }

    /** Robots that speak and have something to say. */
    List<Long> due(Instant now, int most) {
        return db.sql("""
                select r.id from channel.robot r
                 where r.active and r.address is not null and (r.rests_until is null or r.rests_until <= :now)
                   and exists (select 1 from channel.robot_message m where m.robot_id = r.id and m.next_at <= :now)
                 order by r.id limit :most
                """).bind("now", now).bind("most", most).list(row -> row.number("id"));
    }

    /** How many of a robot are due, as far as it matters. */
    int waiting(long robot, Instant now, int most) {
        return db.sql("""
                select count(*)::int as n from (select 1 from channel.robot_message
                 where robot_id = :robot and next_at <= :now limit :most) m
                """)
                .bind("robot", robot)
                .bind("now", now)
                .bind("most", most)
                .one(row -> row.integer("n"));
    }

    /** Takes what is due until {@code back}: whoever dies meanwhile has it said again after that. */
    List<RobotMessage> take(long robot, Instant now, Instant back, int most) {
        return db.sql("""
                update channel.robot_message m
                   set next_at = :back, attempts = attempts + 1
                  from (select id from channel.robot_message
                         where robot_id = :robot and next_at <= :now order by id limit :most for update skip locked) due
                 where m.id = due.id
                returning %s
                """.formatted(COLUMNS.replaceAll("(\\w+)", "m.$1")))
                .bind("robot", robot)
                .bind("now", now)
                .bind("back", back)
                .bind("most", most)
                .list(RobotMessageSql::message);
    }

    void sent(Collection<Long> ids, Instant now) {
        db.sql("""
                update channel.robot_message set sent_at = :now, next_at = null, problem = null, answer = null
                 where id = any(:ids::bigint[]) and next_at is not null
                """).bind("ids", ids).bind("now", now).update();
    }

    /** It was too fast: as if it had not been tried. */
    void later(Collection<Long> ids, Instant then) {
        db.sql("""
                update channel.robot_message set next_at = :then, attempts = attempts - 1
                 where id = any(:ids::bigint[]) and next_at is not null
                """).bind("ids", ids).bind("then", then).update();
    }

    /** Tried again then, or given up when there is no then. */
    void failed(Collection<Long> ids, String problem, @Nullable String answer, @Nullable Instant then, Instant now) {
        db.sql("""
                update channel.robot_message
                   set next_at = :then::timestamptz, dead_at = case when :then::timestamptz is null then :now end,
                       problem = :problem, answer = :answer::text
                 where id = any(:ids::bigint[]) and next_at is not null
                """)
                .bind("ids", ids)
                .bind("problem", problem)
                .bind("answer", answer)
                .bind("then", then)
                .bind("now", now)
                .update();
    }

    /** Once more, whether it was said or given up. */
    boolean replay(long robot, long id, Instant now) {
        return db.sql("""
                        update channel.robot_message set next_at = :now, sent_at = null, dead_at = null, attempts = 0
                         where id = :id and robot_id = :robot and next_at is null
                        """).bind("id", id).bind("robot", robot).bind("now", now).update() == 1;
    }

    /** The newest first, before this one. */
    List<RobotMessage> of(long robot, long before, int most) {
        return db.sql(
                        "select " + COLUMNS
                                + " from channel.robot_message where robot_id = :robot and id < :before order by id desc limit :most")
                .bind("robot", robot)
                .bind("before", before)
                .bind("most", most)
                .list(RobotMessageSql::message);
    }

    /** How many wait and how many were given up, as far as anybody counts. */
    List<RobotStanding> standings() {
        return db.sql("""
                select r.id,
                       (select count(*) from (select 1 from channel.robot_message m
                         where m.robot_id = r.id and m.next_at is not null limit 1000) w) as waiting,
                       (select count(*) from (select 1 from channel.robot_message m
                         where m.robot_id = r.id and m.dead_at is not null limit 1000) d) as dead
                  from channel.robot r limit :most
                """)
                .bind("most", Robots.MOST)
                .list(row -> new RobotStanding(row.number("id"), row.number("waiting"), row.number("dead")));
    }

    int purge(Instant until, int most) {
        return db.sql("""
                delete from channel.robot_message
                 where id in (select id from channel.robot_message where sent_at < :until order by sent_at limit :most for update skip locked)
                """).bind("until", until).bind("most", most).update();
    }

    private static RobotMessage message(Row row) {
        return new RobotMessage(
                row.number("id"),
                row.number("robot_id"),
                row.number("entry"),
                row.text("event"),
                row.number("subject"),
                row.text("title"),
                row.word("priority", Priority.class),
                row.instant("created_at"),
                row.integer("attempts"),
                row.instantOrNull("next_at"),
                row.instantOrNull("sent_at"),
                row.instantOrNull("dead_at"),
                row.textOrNull("problem"),
                row.textOrNull("answer"));
    }
}

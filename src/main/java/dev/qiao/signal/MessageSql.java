package dev.qiao.signal;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.signal.Inbox.Arrival;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Sources;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of what was sent. */
@Repository
class MessageSql {
    private static final String MESSAGE = """
            select m.id, m.source_id, s.kind, m.received_at, m.act, m.headers::text as headers, m.body
              from signal.message m join signal.source s on s.id = m.source_id
            """;

    private static final String KEPT = """
            select id, source_id, received_at, act, state, problem::text as problem, length(body) as bytes from signal.message
            """;

    private final Db db;

    MessageSql(Db db) {
        this.db = db;
    }

    /** Keeps them; returns their numbers, by their arrivals. */
    Map<UUID, Long> insert(List<Arrival> arrivals) {
        return numbers(db.sql("""
                insert into signal.message (arrival, source_id, received_at, act, headers, body)
                select a.arrival, a.source, a.at, a.act, a.headers, decode(a.body, 'hex')
                  from unnest(:arrivals::uuid[], :sources::bigint[], :at::timestamptz[], :acts::text[], :headers::jsonb[], :bodies::text[])
                       with ordinality as a (arrival, source, at, act, headers, body, place)
                 order by a.place
                returning arrival, id
                """)
                .bind("arrivals", column(arrivals, Arrival::id))
                .bind("sources", column(arrivals, arrival -> arrival.source().id()))
                .bind("at", column(arrivals, Arrival::at))
                .bind("acts", column(arrivals, Arrival::act))
                .bind("headers", column(arrivals, arrival -> Json.of(arrival.headers())))
                .bind("bodies", column(arrivals, arrival -> HexFormat.of().formatHex(arrival.body()))));
    }

    /** The numbers of those that are kept, by their arrivals. */
    Map<UUID, Long> of(Collection<UUID> arrivals) {
        return numbers(db.sql("select arrival, id from signal.message where arrival = any(:arrivals::uuid[])")
                .bind("arrivals", arrivals));
    }

    private static Map<UUID, Long> numbers(Db.Query query) {
        record Numbered(UUID arrival, long id) {}
        return query.list(row -> new Numbered(row.uuid("arrival"), row.number("id"))).stream()
                .collect(Collectors.toMap(Numbered::arrival, Numbered::id));
    }

    /** How many of each source wait to be read; counting ends a little above {@code most}. */
    Map<Long, Long> waiting(int most) {
        record Waiting(long source, long messages) {}
        return db
                .sql("""
                        select s.id, (select count(*) from (select 1 from signal.message m
                                       where m.source_id = s.id and m.state = 'stored' limit :most + 1) w) as waiting
                          from signal.source s limit :sources
                        """)
                .bind("most", most)
                .bind("sources", Sources.MOST)
                .list(row -> new Waiting(row.number("id"), row.number("waiting")))
                .stream()
                .filter(waiting -> waiting.messages() > 0)
                .collect(Collectors.toMap(Waiting::source, Waiting::messages));
    }

    /** Some of each source, so that one that floods does not hold up the others; the oldest first. */
    List<Message> next(int ofEach, int most) {
        return db.sql("""
                select w.id, w.source_id, s.kind, w.received_at, w.act, w.headers::text as headers, w.body
                  from signal.source s
                  cross join lateral (
                       select m.id, m.source_id, m.received_at, m.act, m.headers, m.body from signal.message m
                        where m.source_id = s.id and m.state = 'stored' order by m.id limit :each) w
                 order by w.id limit :most
                """).bind("each", ofEach).bind("most", most).list(MessageSql::message);
    }

    /** Marks them as read; returns how many of them nobody else had read meanwhile. */
    int read(Collection<Long> ids, Instant now) {
        return db.sql("""
                update signal.message set state = 'read', problem = null, read_at = :now
                 where id = any(:ids::bigint[]) and state = 'stored'
                """).bind("ids", ids).bind("now", now).update();
    }

    /** Keeps it for somebody to look at. */
    int quarantine(long id, Json problem, Instant now) {
        return db.sql("""
                        update signal.message set state = 'quarantined', problem = :problem::jsonb, read_at = :now
                         where id = :id and state = 'stored'
                        """)
                .bind("id", id)
                .bind("problem", problem)
                .bind("now", now)
                .update();
    }

    /** From being kept aside to this state; false when it is not kept aside. */
    boolean settle(long id, Message.State state) {
        return db.sql("update signal.message set state = :state where id = :id and state = 'quarantined'")
                        .bind("id", id)
                        .bind("state", state)
                        .update()
                == 1;
    }

    /** Deletes some of those that are done with and older; returns how many. */
    int forget(Instant before, int most) {
        return db.sql("""
                delete from signal.message where id in (
                       select id from signal.message where state in ('read', 'dropped') and read_at < :before
                        order by read_at limit :most)
                """).bind("before", before).bind("most", most).update();
    }

    Optional<Message> find(long id) {
        return db.sql(MESSAGE + "where m.id = :id").bind("id", id).optional(MessageSql::message);
    }

    Optional<Kept> kept(long id) {
        return db.sql(KEPT + "where id = :id").bind("id", id).optional(MessageSql::kept);
    }

    Optional<Kept> kept(UUID arrival) {
        return db.sql(KEPT + "where arrival = :arrival")
                .bind("arrival", arrival)
                .optional(MessageSql::kept);
    }

    /** What came of a source, the newest first. */
    List<Kept> newest(long source, int limit) {
        return db.sql(KEPT + "where source_id = :source order by id desc limit :limit")
                .bind("source", source)
                .bind("limit", limit)
                .list(MessageSql::kept);
    }

    /** What could not be read, the newest first. */
    List<Kept> aside(long source, int limit) {
        return db.sql(KEPT + "where source_id = :source and state = 'quarantined' order by id desc limit :limit")
                .bind("source", source)
                .bind("limit", limit)
                .list(MessageSql::kept);
    }

    /** How each source stands, or this one; counting ends a little above {@code most}. */
    Map<Long, Standing> standings(@Nullable Long source, Instant since, int most) {
        record Stands(long source, Standing standing) {}
        return db
                .sql("""
                        select s.id,
                               (select m.received_at from signal.message m where m.source_id = s.id order by m.id desc limit 1) as last_at,
                               (select count(*)::int from (select 1 from signal.message m where m.source_id = s.id and m.state = 'stored'
                                  limit :most + 1) w) as waiting,
                               (select count(*)::int from (select 1 from signal.message m where m.source_id = s.id and m.state = 'quarantined'
                                  limit :most + 1) q) as aside,
                               (select count(*)::int from (select m.received_at from signal.message m where m.source_id = s.id
                                  order by m.id desc limit :most + 1) d where d.received_at >= :since) as lately
                          from signal.source s where :source::bigint is null or s.id = :source limit :sources
                        """)
                .bind("source", source)
                .bind("since", since)
                .bind("most", most)
                .bind("sources", Sources.MOST)
                .list(row -> new Stands(
                        row.number("id"),
                        new Standing(
                                row.instantOrNull("last_at"),
                                row.integer("waiting"),
                                row.integer("aside"),
                                row.integer("lately"))))
                .stream()
                .collect(Collectors.toMap(Stands::source, Stands::standing));
    }

    private static Kept kept(Row row) {
        var problem = row.jsonOrNull("problem");
        return new Kept(
                row.number("id"),
                row.number("source_id"),
                row.instant("received_at"),
                row.text("act"),
                row.word("state", Message.State.class),
                problem == null ? null : problem.as(Refused.Problem.class),
                row.integer("bytes"));
    }

    @SuppressWarnings("unchecked")
    private static Message message(Row row) {
        return new Message(
                row.number("id"),
                row.number("source_id"),
                row.word("kind", Sender.class),
                row.instant("received_at"),
                row.text("act"),
                row.json("headers").as(Map.class),
                row.bytes("body"));
    }
}

package dev.qiao.signal;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.signal.Episodes.Key;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of alerts. */
@Repository
class AlertSql {
    static final String COLUMNS = """
            a.id, a.source_id, a.key, a.group_key, a.started_at, a.began_at, a.ended_at, a.state, a.severity, a.said, a.title, a.words,
            a.url, a.labels::text as labels, a.count, a.first_at, a.last_at, a.service_id, a.incident_id, a.silence_id,
            a.flapping
            """;

    private final Db db;

    AlertSql(Db db) {
        this.db = db;
    }

    /**
     * In the transaction that is open, nobody else changes alerts: what one reads of them is still so when it writes, and two who change
     * several never wait for each other.
     */
    void alone() {
        db.sql("select pg_advisory_xact_lock(hashtext('signal.alert')) is null as locked")
                .one(row -> row.yes("locked"));
    }

    /** The same, if nobody else does; else false, and one comes back later. */
    boolean tryAlone() {
        return db.sql("select pg_try_advisory_xact_lock(hashtext('signal.alert')) as mine")
                .one(row -> row.yes("mine"));
    }

    /** Of each of these things the open episode and the newest few: those that a message can still be about. */
    List<Alert> episodes(Collection<Key> keys) {
        return db.sql("""
                select %s from unnest(:sources::bigint[], :keys::text[]) as k (source, key)
                 cross join lateral (
                       select * from signal.alert e where e.source_id = k.source and e.key = k.key
                        order by e.started_at desc limit 20) a
                """.formatted(COLUMNS))
                .bind("sources", column(keys, Key::source))
                .bind("keys", column(keys, Key::key))
                .list(AlertSql::alert);
    }

    /**
     * Stores them as they stand. What people did meanwhile stays: an alert that somebody acknowledged is not made open again by being told
     * again, and one that somebody ended stays so.
     */
    void put(List<Alert> alerts) {
        db.sql("""
                insert into signal.alert as a (source_id, key, group_key, started_at, began_at, ended_at, state, severity, said, title, words,
                       url, labels, count, first_at, last_at, flapping)
                select * from unnest(:sources::bigint[], :keys::text[], :groups::text[], :started::timestamptz[], :began::timestamptz[],
                       :ended::timestamptz[], :states::text[], :severities::text[], :said::text[], :titles::text[], :words::text[],
                       :urls::text[], :labels::jsonb[], :counts::bigint[], :first::timestamptz[], :last::timestamptz[],
                       :flapping::boolean[])
                on conflict (source_id, key, started_at) do update
                   set group_key = excluded.group_key, severity = excluded.severity, said = excluded.said, title = excluded.title,
                       words = excluded.words, url = excluded.url, labels = excluded.labels, count = excluded.count, last_at = excluded.last_at,
                       state = case when a.state = 'resolved' or (a.state = 'acknowledged' and excluded.state = 'open') then a.state
                                    else excluded.state end,
                       ended_at = coalesce(a.ended_at, excluded.ended_at), version = a.version + 1,
                       changed = a.changed or (a.state <> 'resolved' and excluded.state = 'resolved')
                                 or (a.incident_id is null and a.severity <> excluded.severity)
                """)
                .bind("sources", column(alerts, Alert::source))
                .bind("keys", column(alerts, Alert::key))
                .bind("groups", column(alerts, Alert::group))
                .bind("started", column(alerts, Alert::startedAt))
                .bind("began", column(alerts, Alert::beganAt))
                .bind("ended", column(alerts, Alert::endedAt))
                .bind("states", column(alerts, Alert::state))
                .bind("severities", column(alerts, Alert::severity))
                .bind("said", column(alerts, Alert::said))
                .bind("titles", column(alerts, Alert::title))
                .bind("words", column(alerts, Alert::text))
                .bind("urls", column(alerts, Alert::url))
                .bind("labels", column(alerts, alert -> Json.of(alert.labels())))
                .bind("counts", column(alerts, Alert::count))
                .bind("first", column(alerts, Alert::firstAt))
                .bind("last", column(alerts, Alert::lastAt))
                .bind("flapping", column(alerts, Alert::flapping))
                .update();
    }

    /** All of a group of this source is over, whatever was said of each; returns how many were not yet. */
    int end(long source, String group, Instant at) {
        return db.sql("""
                update signal.alert set state = 'resolved', ended_at = greatest(began_at, :at), changed = true, version = version + 1
                 where source_id = :source and group_key = :group and state <> 'resolved'
                """)
                .bind("source", source)
                .bind("group", group)
                .bind("at", at)
                .update();
    }

    /** Those that nobody has looked at since they began, became better or worse, or were over; the oldest first. */
    List<Alert> changed(int most) {
        return db.sql("select " + COLUMNS + " from signal.alert a where a.changed order by a.id limit :most")
                .bind("most", most)
                .list(AlertSql::alert);
    }

    /** The same of one of them. */
    List<Alert> changedOne(long id) {
        return db.sql("select " + COLUMNS + " from signal.alert a where a.changed and a.id = :id")
                .bind("id", id)
                .list(AlertSql::alert);
    }

    /** Nobody could gather it, for this reason; it is left until it changes or somebody says so. */
    void aside(long id, Json problem) {
        db.sql("update signal.alert set changed = false, problem = :problem::jsonb where id = :id")
                .bind("id", id)
                .bind("problem", problem)
                .updateOne();
    }

    /** Why nobody could gather them, by their numbers; only those that were left. */
    Map<Long, Refused.Problem> problems(Collection<Long> ids) {
        record Left(long id, Refused.Problem problem) {}
        return db
                .sql("""
                        select id, problem::text as problem from signal.alert where id = any(:ids::bigint[]) and problem is not null
                        """)
                .bind("ids", ids)
                .list(row -> new Left(row.number("id"), row.json("problem").as(Refused.Problem.class)))
                .stream()
                .collect(Collectors.toMap(Left::id, Left::problem));
    }

    /** It is to be looked at again; false when it was not left. */
    boolean again(long id) {
        return db.sql("update signal.alert set changed = true, problem = null where id = :id and problem is not null")
                        .bind("id", id)
                        .update()
                == 1;
    }

    /** Open ones of these groups that belong to no incident. */
    List<Alert> lonely(Collection<String> groups, int most) {
        return db.sql("""
                select %s from signal.alert a
                 where a.group_key = any(:groups::text[]) and a.state <> 'resolved' and a.incident_id is null
                 order by a.id limit :most
                """.formatted(COLUMNS))
                .bind("groups", groups)
                .bind("most", most)
                .list(AlertSql::alert);
    }

    /** They have been looked at, and their services and incidents are these. */
    void settle(List<Alert> alerts) {
        db.sql("""
                update signal.alert a set changed = false, problem = null, service_id = s.service, incident_id = s.incident,
                       silence_id = s.silence
                  from unnest(:ids::bigint[], :services::bigint[], :incidents::bigint[], :silences::bigint[])
                       as s (id, service, incident, silence)
                 where a.id = s.id
                """)
                .bind("ids", column(alerts, Alert::id))
                .bind("services", column(alerts, Alert::service))
                .bind("incidents", column(alerts, Alert::incident))
                .bind("silences", column(alerts, Alert::silence))
                .update();
    }

    /** What is not over and not silenced, in the order of the numbers. */
    List<Alert> audible(long after, int limit) {
        return db.sql("select " + COLUMNS + """
                  from signal.alert a where a.state <> 'resolved' and a.silence_id is null and a.id > :after
                 order by a.id limit :limit
                """)
                .bind("after", after)
                .bind("limit", limit)
                .list(AlertSql::alert);
    }

    void silence(long silence, Collection<Long> alerts) {
        db.sql("update signal.alert set silence_id = :silence where id = any(:alerts::bigint[])")
                .bind("silence", silence)
                .bind("alerts", alerts)
                .update();
    }

    /** What these kept quiet and is still wrong is to be looked at again. */
    void replay(Collection<Long> silences) {
        db.sql("""
                update signal.alert set silence_id = null, changed = true
                 where silence_id = any(:silences::bigint[]) and state <> 'resolved'
                """).bind("silences", silences).update();
    }

    /** The newest of all. */
    List<Alert> newest(int limit) {
        return db.sql("select " + COLUMNS + " from signal.alert a order by a.id desc limit :limit")
                .bind("limit", limit)
                .list(AlertSql::alert);
    }

    Optional<Alert> find(long id) {
        return db.sql("select " + COLUMNS + " from signal.alert a where a.id = :id")
                .bind("id", id)
                .optional(AlertSql::alert);
    }

    /** Of an incident: what is still wrong first, then what is over; the newest of each. */
    List<Alert> of(long incident, int limit) {
        return db.sql("""
                select %s from (
                       (select 0 as rank, o.* from signal.alert o where o.incident_id = :incident and o.state <> 'resolved'
                         order by o.id desc limit :limit)
                       union all
                       (select 1 as rank, r.* from signal.alert r where r.incident_id = :incident and r.state = 'resolved'
                         order by r.id desc limit :limit)) a
                 order by a.rank, a.id desc limit :limit
                """.formatted(COLUMNS))
                .bind("incident", incident)
                .bind("limit", limit)
                .list(AlertSql::alert);
    }

    /** From one of these states into this; false when it is in none of them. */
    boolean become(long id, Alert.State state, Collection<Alert.State> from, @Nullable Instant ended) {
        return db.sql("""
                        update signal.alert set state = :state, ended_at = coalesce(:ended::timestamptz, ended_at), version = version + 1,
                               changed = changed or :state = 'resolved'
                         where id = :id and state = any(:from::text[])
                        """)
                        .bind("id", id)
                        .bind("state", state)
                        .bind("from", from)
                        .bind("ended", ended)
                        .update()
                == 1;
    }

    @SuppressWarnings("unchecked")
    static Alert alert(Row row) {
        return new Alert(
                row.number("id"),
                row.number("source_id"),
                row.text("key"),
                row.text("group_key"),
                row.instant("started_at"),
                row.instant("began_at"),
                row.instantOrNull("ended_at"),
                row.word("state", Alert.State.class),
                row.word("severity", Severity.class),
                row.word("said", Severity.class),
                row.text("title"),
                row.text("words"),
                row.text("url"),
                new TreeMap<String, String>(row.json("labels").as(Map.class)),
                row.number("count"),
                row.instant("first_at"),
                row.instant("last_at"),
                row.numberOrNull("service_id"),
                row.numberOrNull("incident_id"),
                row.numberOrNull("silence_id"),
                row.yes("flapping"));
    }
}

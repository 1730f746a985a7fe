package dev.qiao.signal.watch;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.signal.Severity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** All SQL of the rules by which figures are watched, and of what they find wrong now. */
@Repository
class WatchSql {
    private static final String WATCH =
            "select id, version, name, metric, matchers, sign::text as sign, severity, service_id, active from signal.watch ";

    private final Db db;

    WatchSql(Db db) {
        this.db = db;
    }

    List<Watch> all() {
        return db.sql(WATCH + "order by name limit :most")
                .bind("most", Watches.MOST)
                .list(WatchSql::watch);
    }

    Optional<Watch> find(long id) {
        return db.sql(WATCH + "where id = :id").bind("id", id).optional(WatchSql::watch);
    }

    long insert(WatchDraft draft) {
        return bound("""
                insert into signal.watch (name, metric, matchers, sign, severity, service_id, active)
                values (:name, :metric, :matchers::text[], :sign::jsonb, :severity, :service::bigint, :active)
                returning id
                """, draft).one(row -> row.number("id"));
    }

    /** One that was there before. */
    boolean insert(long id, WatchDraft draft) {
        return bound("""
                        insert into signal.watch (id, name, metric, matchers, sign, severity, service_id, active)
                        overriding system value
                        values (:id, :name, :metric, :matchers::text[], :sign::jsonb, :severity, :service::bigint, :active)
                        on conflict (id) do nothing
                        """, draft).bind("id", id).update() == 1;
    }

    /** False when somebody was faster. */
    boolean update(long id, int seen, WatchDraft draft) {
        return bound("""
                        update signal.watch
                           set name = :name, metric = :metric, matchers = :matchers::text[], sign = :sign::jsonb, severity = :severity,
                               service_id = :service::bigint, active = :active, version = version + 1, judged_at = null,
                               unjudged_since = null, unjudged_why = null
                         where id = :id and version = :seen
                        """, draft).bind("id", id).bind("seen", seen).update() == 1;
    }

    boolean delete(long id) {
        return db.sql("delete from signal.watch where id = :id").bind("id", id).update() == 1;
    }

    private Db.Query bound(String text, WatchDraft draft) {
        return db.sql(text)
                .bind("name", draft.name())
                .bind("metric", draft.metric())
                .bind("matchers", draft.matchers())
                .bind("sign", Json.of(draft.sign()))
                .bind("severity", draft.severity())
                .bind("service", draft.service())
                .bind("active", draft.active());
    }

    /** Nobody else judges by it now: false when somebody does, or has since that moment. A judgement of the future is none. */
    boolean claim(Watch watch, Instant since, Instant now) {
        return db.sql("""
                        update signal.watch set judged_at = :now
                         where id = (select id from signal.watch
                                      where id = :id and version = :version and active
                                        and (judged_at is null or judged_at <= :since or judged_at > :now)
                                        for update skip locked)
                        """)
                        .bind("id", watch.id())
                        .bind("version", watch.version())
                        .bind("since", since)
                        .bind("now", now)
                        .update()
                == 1;
    }

    /** So many courses it watches. */
    void watches(long watch, int courses) {
        db.sql("update signal.watch set courses = :courses where id = :id and courses <> :courses")
                .bind("id", watch)
                .bind("courses", courses)
                .update();
    }

    /** How many are wrong by each, and how many it watches. */
    Map<Long, Watching> watching() {
        record Line(long id, Watching watching) {}
        return db.sql("""
                        select w.id, w.courses, w.unjudged_since, w.unjudged_why, (select count(*)::int from signal.watch_standing s where s.watch_id = w.id) as wrong
                          from signal.watch w limit :most
                        """).bind("most", Watches.MOST).list(row -> new Line(row.number("id"), watching(row))).stream()
                .collect(Collectors.toMap(Line::id, Line::watching));
    }

    private static Watching watching(Row row) {
        var why = row.jsonOrNull("unjudged_why");
        return new Watching(
                row.integer("courses"),
                row.integer("wrong"),
                row.instantOrNull("unjudged_since"),
                why == null ? null : why.as(Refused.Problem.class));
    }

    /** Its figures cannot be had; since when is kept. */
    void unjudged(long watch, Refused.Problem why, Instant now) {
        db.sql("""
                update signal.watch set unjudged_since = coalesce(unjudged_since, :now), unjudged_why = :why::jsonb where id = :id
                """).bind("id", watch).bind("why", Json.of(why)).bind("now", now).update();
    }

    void judged(long watch) {
        db.sql(
                        "update signal.watch set unjudged_since = null, unjudged_why = null where id = :id and unjudged_since is not null")
                .bind("id", watch)
                .update();
    }

    /** What is wrong by it now, by the keys of the courses, and what they were like when that was last seen. */
    Map<String, Standing> standing(long watch) {
        return db
                .sql("""
                        select course, since, value, bound, comes_at from signal.watch_standing where watch_id = :watch limit 10000
                        """)
                .bind("watch", watch)
                .list(row -> new Standing(
                        row.text("course"),
                        row.instant("since"),
                        row.decimal("value"),
                        row.decimal("bound"),
                        row.instantOrNull("comes_at")))
                .stream()
                .collect(Collectors.toMap(Standing::course, each -> each));
    }

    void stand(long watch, List<Standing> standing) {
        db.sql("""
                insert into signal.watch_standing as s (watch_id, course, since, value, bound, comes_at)
                select :watch, * from unnest(:courses::text[], :since::timestamptz[], :values::double precision[],
                       :bounds::double precision[], :comes::timestamptz[])
                on conflict (watch_id, course) do update
                   set value = excluded.value, bound = excluded.bound, comes_at = excluded.comes_at
                """)
                .bind("watch", watch)
                .bind("courses", column(standing, Standing::course))
                .bind("since", column(standing, Standing::since))
                .bind("values", column(standing, Standing::value))
                .bind("bounds", column(standing, Standing::bound))
                .bind("comes", column(standing, Standing::comesAt))
                .update();
    }

    void over(long watch, Collection<String> courses) {
        db.sql("delete from signal.watch_standing where watch_id = :watch and course = any(:courses::text[])")
                .bind("watch", watch)
                .bind("courses", courses)
                .update();
    }

    private static Watch watch(Row row) {
        return new Watch(
                row.number("id"),
                row.integer("version"),
                new WatchDraft(
                        row.text("name"),
                        row.text("metric"),
                        row.texts("matchers"),
                        row.json("sign").as(Sign.class),
                        row.word("severity", Severity.class),
                        row.numberOrNull("service_id"),
                        row.yes("active")));
    }
}

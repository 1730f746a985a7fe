package dev.qiao.signal.fold;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.signal.Severity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of what lies below what. */
@Repository
class FoldSql {
    private final Db db;

    FoldSql(Db db) {
        this.db = db;
    }

    /** Of each of these services one alert by which it fails: dealt with in an incident, or known of and silenced. */
    List<Failing> failing(Collection<Long> services) {
        return db.sql("""
                select distinct on (a.service_id) a.id, a.service_id, a.severity, a.incident_id
                  from signal.alert a left join signal.incident i on i.id = a.incident_id
                 where a.state <> 'resolved' and a.severity in ('critical', 'major', 'unknown')
                   and a.service_id = any(:services::bigint[])
                   and (a.silence_id is not null or not coalesce(i.warning, true))
                 order by a.service_id, array_position(array['critical', 'major', 'unknown'], a.severity), a.id
                """)
                .bind("services", services)
                .list(row -> new Failing(
                        row.number("id"),
                        row.number("service_id"),
                        row.word("severity", Severity.class),
                        row.numberOrNull("incident_id")));
    }

    /** What is not over, is about these services and lies below nothing yet. */
    List<Above> above(Collection<Long> services, int most) {
        return db.sql("""
                select a.id, a.service_id from signal.alert a
                 where a.state <> 'resolved' and a.service_id = any(:services::bigint[])
                   and not exists (select 1 from signal.fold f where f.alert_id = a.id)
                 order by a.id limit :most
                """)
                .bind("services", services)
                .bind("most", most)
                .list(row -> new Above(row.number("id"), row.number("service_id")));
    }

    /** An alert that may lie below another. */
    record Above(long alert, long service) {}

    /** An alert and the one under which it lies; whether that brought it into its incident. */
    record Fold(long alert, long under, boolean joined) {}

    void put(List<Fold> folds) {
        if (folds.isEmpty()) return;
        db.sql("""
                insert into signal.fold (alert_id, under_id, joined)
                select * from unnest(:alerts::bigint[], :under::bigint[], :joined::boolean[])
                on conflict (alert_id) do update set under_id = excluded.under_id, joined = excluded.joined, released = false
                """)
                .bind("alerts", column(folds, Fold::alert))
                .bind("under", column(folds, Fold::under))
                .bind("joined", column(folds, Fold::joined))
                .update();
    }

    /** What lies below these and is in no incident is to be looked at. */
    void rouse(Collection<Long> under) {
        db.sql("""
                update signal.alert a set changed = true
                  from signal.fold f
                 where f.under_id = any(:under::bigint[]) and f.alert_id = a.id and a.incident_id is null
                   and a.silence_id is null and a.state <> 'resolved'
                """).bind("under", under).update();
    }

    /** What these lie below, with the name of its service. */
    List<Below> of(Collection<Long> alerts) {
        return db.sql("""
                select f.alert_id, u.id, u.service_id, u.title, u.key
                  from signal.fold f join signal.alert u on u.id = f.under_id
                 where f.alert_id = any(:alerts::bigint[]) and not f.released
                """)
                .bind("alerts", alerts)
                .list(row -> new Below(
                        row.number("alert_id"),
                        row.number("id"),
                        row.numberOrNull("service_id"),
                        row.text("title").isEmpty() ? row.text("key") : row.text("title")));
    }

    /** Of these the ones under which others lie, with how many that are not over. */
    List<Carrying> carrying(Collection<Long> alerts) {
        return db.sql("""
                select f.under_id, count(*)::int as below
                  from signal.fold f join signal.alert a on a.id = f.alert_id
                 where f.under_id = any(:alerts::bigint[]) and not f.released and a.state <> 'resolved'
                 group by f.under_id
                """)
                .bind("alerts", alerts)
                .list(row -> new Carrying(row.number("under_id"), row.integer("below")));
    }

    /** An alert under which others lie. */
    record Carrying(long alert, int below) {}

    /** Alerts of other rows are not changed meanwhile; false when somebody does so just now. */
    boolean tryAlone() {
        return db.sql("select pg_try_advisory_xact_lock(hashtext('signal.alert')) as mine")
                .one(row -> row.yes("mine"));
    }

    /** Whether there is anything to look after. */
    boolean any() {
        return db.sql("select exists (select 1 from signal.fold) as found").one(row -> row.yes("found"));
    }

    /**
     * Those whose reason has been gone for so long lie below nothing any more. Which came to an incident only because of it leave it;
     * its alert is looked at once more, so that the incident is counted without them. Returns how many.
     */
    int release(Instant goneSince, int most) {
        return db.sql("""
                with gone as (
                     select f.alert_id, f.under_id, f.joined
                       from signal.fold f join signal.alert u on u.id = f.under_id
                      where not f.released
                        and ((u.state = 'resolved' and greatest(u.ended_at, u.last_at) <= :since)
                             or (u.state <> 'resolved' and u.severity not in ('critical', 'major', 'unknown')))
                      order by f.alert_id limit :most),
                left_alone as (
                     update signal.alert a set incident_id = null
                       from gone g where a.id = g.alert_id and g.joined and a.state <> 'resolved' returning a.id),
                counted as (
                     update signal.alert a set changed = true where a.id in (select under_id from gone) returning a.id)
                update signal.fold f set released = true from gone g where f.alert_id = g.alert_id
                """).bind("since", goneSince).bind("most", most).update();
    }

    /** An alert and the one under which it lies, each with its service. */
    record Lying(
            long alert, @Nullable Long service, @Nullable Long underService) {}

    /** What lies below something, in the order of its numbers. */
    List<Lying> lying(long after, int most) {
        return db.sql("""
                select f.alert_id, a.service_id, u.service_id as under_service
                  from signal.fold f join signal.alert a on a.id = f.alert_id join signal.alert u on u.id = f.under_id
                 where not f.released and f.alert_id > :after order by f.alert_id limit :most
                """)
                .bind("after", after)
                .bind("most", most)
                .list(row -> new Lying(
                        row.number("alert_id"), row.numberOrNull("service_id"), row.numberOrNull("under_service")));
    }

    /** The services of what is wrong and lies below nothing. */
    List<Long> troubled() {
        return db.sql("""
                select distinct a.service_id from signal.alert a
                 where a.state <> 'resolved' and a.service_id is not null
                   and not exists (select 1 from signal.fold f where f.alert_id = a.id)
                """).list(row -> row.number("service_id"));
    }

    /** These lie below nothing any more; for the rest as with {@link #release(Instant, int)}. */
    int release(Collection<Long> alerts) {
        return db.sql("""
                with gone as (
                     select alert_id, under_id, joined from signal.fold
                      where not released and alert_id = any(:alerts::bigint[])),
                left_alone as (
                     update signal.alert a set incident_id = null
                       from gone g where a.id = g.alert_id and g.joined and a.state <> 'resolved' returning a.id),
                counted as (
                     update signal.alert a set changed = true where a.id in (select under_id from gone) returning a.id)
                update signal.fold f set released = true from gone g where f.alert_id = g.alert_id
                """).bind("alerts", alerts).update();
    }

    /** Once the incidents that they left are counted, they are looked at anew, and no trace is kept. Returns how many. */
    int reconsider(int most) {
        return db.sql("""
                with free as (
                     select f.alert_id from signal.fold f join signal.alert u on u.id = f.under_id
                      where f.released and not u.changed order by f.alert_id limit :most),
                again as (
                     update signal.alert a set changed = true
                       from free where a.id = free.alert_id and a.state <> 'resolved' returning a.id)
                delete from signal.fold f using free where f.alert_id = free.alert_id
                """).bind("most", most).update();
    }
}

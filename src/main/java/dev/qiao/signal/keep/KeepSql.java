package dev.qiao.signal.keep;

import dev.qiao.base.Db;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of what is forgotten because it is long over. */
@Repository
class KeepSql {
    /**
     * An alert that was first heard of before a moment.
     *
     * @param over since before that moment as well
     */
    record Old(long id, @Nullable Long incident, boolean over) {}

    private final Db db;

    KeepSql(Db db) {
        this.db = db;
    }

    /** Alerts are not changed meanwhile; false when somebody does so just now. */
    boolean tryAlone() {
        return db.sql("select pg_try_advisory_xact_lock(hashtext('signal.alert')) as mine")
                .one(row -> row.yes("mine"));
    }

    /** In the order of their numbers, which is nearly that in which they were first heard of: no other index is needed. */
    List<Old> old(long after, Instant before, int most) {
        return db.sql("""
                select a.id, a.incident_id, a.state = 'resolved' and a.last_at < :before and a.ended_at < :before and not a.changed as over
                  from (select * from signal.alert where id > :after order by id limit :most) a
                 where a.first_at < :before order by a.id
                """)
                .bind("after", after)
                .bind("before", before)
                .bind("most", most)
                .list(row -> new Old(row.number("id"), row.numberOrNull("incident_id"), row.yes("over")));
    }

    /** Of these incidents those of which nothing was heard since. */
    List<Long> silent(Collection<Long> incidents, Instant before) {
        return db.sql("""
                select id from signal.incident
                 where id = any(:incidents::bigint[]) and open = 0 and last_at < :before
                   and not exists (select 1 from signal.alert a where a.incident_id = incident.id and a.state <> 'resolved')
                   and not exists (select 1 from signal.alert a where a.incident_id = incident.id and a.state = 'resolved'
                                      and (a.last_at >= :before or a.ended_at >= :before))
                """).bind("incidents", incidents).bind("before", before).list(row -> row.number("id"));
    }

    /** What lay below them lies below nothing; what their incidents counted stays as it was. */
    int forget(Collection<Long> alerts, Collection<Long> incidents, Instant now) {
        db.sql(
                        "update signal.incident set forgotten_at = coalesce(forgotten_at, :now) where id = any(:incidents::bigint[])")
                .bind("incidents", incidents)
                .bind("now", now)
                .update();
        return db.sql("delete from signal.alert where id = any(:alerts::bigint[])")
                .bind("alerts", alerts)
                .update();
    }

    int forgetDeployments(Instant before, int most) {
        return db.sql("""
                delete from signal.deployment where id = any(array(
                    select id from signal.deployment where at < :before order by at limit :most))
                """).bind("before", before).bind("most", most).update();
    }
}

package dev.qiao.signal.outage;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.signal.outage.Outage.Correction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of outages. */
@Repository
class OutageSql {
    private static final String OUTAGE = """
            select ticket, service_id, began_at, ended_at, said_began_at, said_ended_at, none, reason, person_id, version
              from signal.outage
            """;

    private final Db db;

    OutageSql(Db db) {
        this.db = db;
    }

    /** When the first alert of each of these began that belongs to an incident, not to a warning; those without are left out. */
    Map<Long, Instant> firstSignals(Collection<Long> tickets) {
        record First(long ticket, Instant at) {}
        return db
                .sql("""
                        select ticket, began_at from signal.incident
                         where ticket = any(:tickets::bigint[]) and not warning and began_at is not null
                        """)
                .bind("tickets", tickets)
                .list(row -> new First(row.number("ticket"), row.instant("began_at")))
                .stream()
                .collect(Collectors.toMap(First::ticket, First::at));
    }

    /** As their incidents stand now; what somebody corrected stays. */
    void put(List<Outage> outages) {
        db.sql("""
                insert into signal.outage as o (ticket, service_id, began_at, ended_at)
                select * from unnest(:tickets::bigint[], :services::bigint[], :began::timestamptz[], :ended::timestamptz[])
                on conflict (ticket) do update
                   set service_id = excluded.service_id, began_at = excluded.began_at, ended_at = excluded.ended_at
                 where (o.service_id, o.began_at) <> (excluded.service_id, excluded.began_at) or o.ended_at is distinct from excluded.ended_at
                """)
                .bind("tickets", column(outages, Outage::ticket))
                .bind("services", column(outages, Outage::service))
                .bind("began", column(outages, Outage::beganAt))
                .bind("ended", column(outages, Outage::endedAt))
                .update();
    }

    void forget(Collection<Long> tickets) {
        db.sql("delete from signal.outage where ticket = any(:tickets::bigint[])")
                .bind("tickets", tickets)
                .update();
    }

    Optional<Outage> find(long ticket) {
        return db.sql(OUTAGE + "where ticket = :ticket").bind("ticket", ticket).optional(OutageSql::outage);
    }

    /** Those that reach into this time, of one service or of all; the newest first. */
    List<Outage> in(Stretch time, @Nullable Long service, int most) {
        return db.sql(OUTAGE + """
                 where (:service::bigint is null or service_id = :service)
                   and coalesce(said_began_at, began_at) < :until
                   and (coalesce(said_ended_at, ended_at) is null or coalesce(said_ended_at, ended_at) > :from)
                 order by coalesce(said_began_at, began_at) desc, ticket desc limit :most
                """)
                .bind("service", service)
                .bind("from", time.from())
                .bind("until", time.until())
                .bind("most", most)
                .list(OutageSql::outage);
    }

    /** False when somebody was faster. */
    boolean correct(long ticket, int seen, @Nullable Correction correction) {
        return db.sql("""
                        update signal.outage
                           set said_began_at = :began::timestamptz, said_ended_at = :ended::timestamptz, none = :none,
                               reason = :reason::text, person_id = :person::bigint, version = version + 1
                         where ticket = :ticket and version = :seen
                        """)
                        .bind("ticket", ticket)
                        .bind("seen", seen)
                        .bind("began", correction == null ? null : correction.beganAt())
                        .bind("ended", correction == null ? null : correction.endedAt())
                        .bind("none", correction != null && correction.none())
                        .bind("reason", correction == null ? null : correction.reason())
                        .bind("person", correction == null ? null : correction.person())
                        .update()
                == 1;
    }

    /** Maintenance that was planned for services and reaches into this time, by their numbers. */
    Map<Long, List<Stretch>> planned(Stretch time) {
        record Window(long service, Stretch time) {}
        return db
                .sql("""
                        select service_id, starts_at, ends_at from signal.silence
                         where kind = 'maintenance' and starts_at < :until and ends_at > :from and ends_at > starts_at limit 20000
                        """)
                .bind("from", time.from())
                .bind("until", time.until())
                .list(row -> new Window(
                        row.number("service_id"), new Stretch(row.instant("starts_at"), row.instant("ends_at"))))
                .stream()
                .collect(Collectors.groupingBy(Window::service, Collectors.mapping(Window::time, Collectors.toList())));
    }

    private static Outage outage(Row row) {
        var reason = row.textOrNull("reason");
        return new Outage(
                row.number("ticket"),
                row.number("service_id"),
                row.instant("began_at"),
                row.instantOrNull("ended_at"),
                reason == null
                        ? null
                        : new Correction(
                                row.instantOrNull("said_began_at"),
                                row.instantOrNull("said_ended_at"),
                                row.yes("none"),
                                reason,
                                row.number("person_id")),
                row.integer("version"));
    }
}

package dev.qiao.asset;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All SQL of services. */
@Component
class ServiceSql {
    private final Db db;

    ServiceSql(Db db) {
        this.db = db;
    }

    List<Service> all() {
        return db.sql("""
                select s.id, s.code, s.name, s.critical, s.owner_id, s.active, s.version,
                       array(select t.team_id from asset.service_team t where t.service_id = s.id order by t.place) as teams,
                       array(select l.rests_on from asset.service_link l where l.service_id = s.id order by l.rests_on) as rests_on
                  from asset.service s
                 order by s.code
                 limit 10000
                """).list(ServiceSql::service);
    }

    /** Empty when the code is taken. */
    Optional<Long> insert(ServiceDraft draft) {
        return bound("""
                insert into asset.service (code, name, critical, owner_id, active)
                values (:code, :name, :critical, :owner::bigint, :active)
                on conflict (code) do nothing
                returning id
                """, draft).optional(row -> row.number("id"));
    }

    boolean update(long id, int seen, ServiceDraft draft) {
        return bound("""
                        update asset.service
                           set code = :code, name = :name, critical = :critical, owner_id = :owner::bigint,
                               active = :active, version = version + 1
                         where id = :id and version = :seen
                        """, draft).bind("id", id).bind("seen", seen).update() == 1;
    }

    void setTeams(long service, List<Long> teams) {
        db.sql("delete from asset.service_team where service_id = :service")
                .bind("service", service)
                .update();
        db.sql("""
                insert into asset.service_team (service_id, place, team_id)
                select :service, t.place, t.team from unnest(:teams::bigint[]) with ordinality as t (team, place)
                """).bind("service", service).bind("teams", teams).update();
    }

    /** In the transaction that is open, nobody else links services: no circle comes of two who do it at once. */
    void linkAlone() {
        db.sql("select pg_advisory_xact_lock(hashtext('asset.service_link')) is null as locked")
                .one(row -> row.yes("locked"));
    }

    void setLinks(long service, List<Long> others) {
        db.sql("delete from asset.service_link where service_id = :service")
                .bind("service", service)
                .update();
        db.sql("""
                insert into asset.service_link (service_id, rests_on)
                select :service, o.id from unnest(:others::bigint[]) as o (id)
                """).bind("service", service).bind("others", others).update();
    }

    private Db.Query bound(String text, ServiceDraft draft) {
        return db.sql(text)
                .bind("code", draft.code())
                .bind("name", draft.name())
                .bind("critical", draft.critical())
                .bind("owner", draft.ownerId())
                .bind("active", draft.active());
    }

    private static Service service(Row row) {
        return new Service(
                row.number("id"),
                row.text("code"),
                row.text("name"),
                row.yes("critical"),
                row.numberOrNull("owner_id"),
                row.numbers("teams"),
                row.numbers("rests_on"),
                row.yes("active"),
                row.integer("version"));
    }
}

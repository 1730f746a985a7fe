package dev.qiao.signal.rule;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.signal.Severity;
import dev.qiao.ticket.Weight.Level;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** All SQL of the rules of alerts. */
@Repository
class AlertRuleSql {
    private static final String COLUMNS =
            "id, place, name, matchers, service_id, severity, opens, warns, impact, urgency, team_id, active, version";

    private final Db db;

    AlertRuleSql(Db db) {
        this.db = db;
    }

    List<AlertRule> all() {
        return db.sql("select " + COLUMNS + " from signal.rule order by place, id limit :most")
                .bind("most", AlertRules.MOST)
                .list(AlertRuleSql::rule);
    }

    Optional<AlertRule> find(long id) {
        return db.sql("select " + COLUMNS + " from signal.rule where id = :id")
                .bind("id", id)
                .optional(AlertRuleSql::rule);
    }

    /** At the end of the list. */
    long insert(AlertRuleDraft draft) {
        return bound("""
                insert into signal.rule (place, name, matchers, service_id, severity, opens, warns, impact, urgency, team_id, active)
                select coalesce(max(place), 0) + 1, :name, :matchers::text[], :service::bigint, :severity::text, :opens::boolean, :warns::boolean,
                       :impact::text, :urgency::text, :team::bigint, :active
                  from signal.rule
                returning id
                """, draft).one(row -> row.number("id"));
    }

    /** One that was there before; its place is set afterwards. */
    boolean insert(long id, AlertRuleDraft draft) {
        return bound("""
                        insert into signal.rule (id, place, name, matchers, service_id, severity, opens, warns, impact, urgency, team_id, active)
                        overriding system value
                        select :id, coalesce(max(place), 0) + 1, :name, :matchers::text[], :service::bigint, :severity::text,
                               :opens::boolean, :warns::boolean, :impact::text, :urgency::text, :team::bigint, :active
                          from signal.rule
                        """, draft).bind("id", id).update() == 1;
    }

    /** False when somebody was faster. */
    boolean update(long id, int seen, AlertRuleDraft draft) {
        return bound("""
                        update signal.rule
                           set name = :name, matchers = :matchers::text[], service_id = :service::bigint, severity = :severity::text,
                               opens = :opens::boolean, warns = :warns::boolean, impact = :impact::text, urgency = :urgency::text, team_id = :team::bigint,
                               active = :active, version = version + 1
                         where id = :id and version = :seen
                        """, draft).bind("id", id).bind("seen", seen).update() == 1;
    }

    boolean delete(long id) {
        return db.sql("delete from signal.rule where id = :id").bind("id", id).update() == 1;
    }

    /** One person at a time changes the order. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(hashtext('signal.rule')) is null as locked")
                .one(row -> row.yes("locked"));
    }

    void order(List<Long> ids) {
        db.sql("""
                update signal.rule r set place = n.place
                  from unnest(:ids::bigint[]) with ordinality as n (id, place)
                 where r.id = n.id and r.place <> n.place
                """).bind("ids", ids).update();
    }

    private Db.Query bound(String text, AlertRuleDraft draft) {
        return db.sql(text)
                .bind("name", draft.name())
                .bind("matchers", draft.matchers())
                .bind("service", draft.service())
                .bind("severity", draft.severity())
                .bind("opens", draft.opens())
                .bind("warns", draft.warns())
                .bind("impact", draft.impact())
                .bind("urgency", draft.urgency())
                .bind("team", draft.team())
                .bind("active", draft.active());
    }

    private static AlertRule rule(Row row) {
        return new AlertRule(
                row.number("id"),
                row.integer("place"),
                row.text("name"),
                row.texts("matchers"),
                row.numberOrNull("service_id"),
                row.wordOrNull("severity", Severity.class),
                row.yesOrNull("opens"),
                row.yesOrNull("warns"),
                row.wordOrNull("impact", Level.class),
                row.wordOrNull("urgency", Level.class),
                row.numberOrNull("team_id"),
                row.yes("active"),
                row.integer("version"));
    }
}

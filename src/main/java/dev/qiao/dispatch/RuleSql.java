package dev.qiao.dispatch;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Weight.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All SQL of rules and of the policy. */
@Component
class RuleSql {
    private static final String COLUMNS =
            "id, place, name, kind, category_id, service_id, organization_id, words, priority, vip, team_id, active, version";

    private final Db db;

    RuleSql(Db db) {
        this.db = db;
    }

    List<Rule> all() {
        return db.sql("select " + COLUMNS + " from dispatch.rule order by place limit 1000")
                .list(RuleSql::rule);
    }

    Optional<Rule> find(long id) {
        return db.sql("select " + COLUMNS + " from dispatch.rule where id = :id")
                .bind("id", id)
                .optional(RuleSql::rule);
    }

    /** At the end of the list. */
    long insert(RuleDraft draft) {
        return bound("""
                insert into dispatch.rule (place, name, kind, category_id, service_id, organization_id, words, priority, vip, team_id, active)
                select coalesce(max(place), 0) + 1, :name, :kind::text, :category::bigint, :service::bigint, :organization::bigint,
                       :words::text[], :priority::text, :vip, :team, :active
                  from dispatch.rule
                returning id
                """, draft).one(row -> row.number("id"));
    }

    /** One that was there before; its place is set afterwards. */
    boolean insert(long id, RuleDraft draft) {
        return bound("""
                        insert into dispatch.rule
                            (id, place, name, kind, category_id, service_id, organization_id, words, priority, vip, team_id, active)
                        overriding system value
                        select :id, coalesce(max(place), 0) + 1, :name, :kind::text, :category::bigint, :service::bigint,
                               :organization::bigint, :words::text[], :priority::text, :vip, :team, :active
                          from dispatch.rule
                        """, draft).bind("id", id).update() == 1;
    }

    boolean update(long id, int seen, RuleDraft draft) {
        return bound("""
                        update dispatch.rule
                           set name = :name, kind = :kind::text, category_id = :category::bigint, service_id = :service::bigint,
                               organization_id = :organization::bigint, words = :words::text[], priority = :priority::text, vip = :vip,
                               team_id = :team, active = :active, version = version + 1
                         where id = :id and version = :seen
                        """, draft).bind("id", id).bind("seen", seen).update() == 1;
    }

    boolean delete(long id) {
        return db.sql("delete from dispatch.rule where id = :id").bind("id", id).update() == 1;
    }

    /** One person at a time reorders the list. */
    void lock() {
        db.sql("select 1 as locked from dispatch.setting for update").one(row -> row.integer("locked"));
    }

    void order(List<Long> ids) {
        db.sql("""
                update dispatch.rule r set place = n.place
                  from unnest(:ids::bigint[]) with ordinality as n (id, place)
                 where r.id = n.id and r.place <> n.place
                """).bind("ids", ids).update();
    }

    Policy policy() {
        return db.sql("""
                select default_team_id, accept_urgent, accept_important, accept_normal, version
                  from dispatch.setting
                """).one(RuleSql::policy);
    }

    boolean change(Policy policy) {
        return db.sql("""
                        update dispatch.setting
                           set default_team_id = :team::bigint, accept_urgent = :urgent, accept_important = :important,
                               accept_normal = :normal, version = version + 1
                         where version = :seen
                        """)
                        .bind("team", policy.defaultTeam())
                        .bind("urgent", policy.urgent().toMinutes())
                        .bind("important", policy.important().toMinutes())
                        .bind("normal", policy.normal().toMinutes())
                        .bind("seen", policy.version())
                        .update()
                == 1;
    }

    private Db.Query bound(String text, RuleDraft draft) {
        return db.sql(text)
                .bind("name", draft.name())
                .bind("kind", draft.kind())
                .bind("category", draft.category())
                .bind("service", draft.service())
                .bind("organization", draft.organization())
                .bind("words", draft.words())
                .bind("priority", draft.priority())
                .bind("vip", draft.vip())
                .bind("team", draft.team())
                .bind("active", draft.active());
    }

    private static Rule rule(Row row) {
        return new Rule(
                row.number("id"),
                row.integer("place"),
                row.text("name"),
                row.wordOrNull("kind", Kind.class),
                row.numberOrNull("category_id"),
                row.numberOrNull("service_id"),
                row.numberOrNull("organization_id"),
                row.texts("words"),
                row.wordOrNull("priority", Priority.class),
                row.yes("vip"),
                row.number("team_id"),
                row.yes("active"),
                row.integer("version"));
    }

    private static Policy policy(Row row) {
        return new Policy(
                row.numberOrNull("default_team_id"),
                Duration.ofMinutes(row.integer("accept_urgent")),
                Duration.ofMinutes(row.integer("accept_important")),
                Duration.ofMinutes(row.integer("accept_normal")),
                row.integer("version"));
    }
}

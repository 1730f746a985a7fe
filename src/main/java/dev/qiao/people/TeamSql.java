package dev.qiao.people;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All SQL of teams. */
@Component
class TeamSql {
    private static final String TEAM =
            "select t.id, t.code, t.name, t.tier, t.lead_id, t.zone, t.active, t.version from people.team t ";

    record Member(long team, long person) {}

    private final Db db;

    TeamSql(Db db) {
        this.db = db;
    }

    List<Team> of(Collection<Long> ids) {
        return db.sql(TEAM + "where t.id = any(:ids::bigint[])")
                .bind("ids", ids)
                .list(TeamSql::team);
    }

    Optional<Team> byCode(String code) {
        return db.sql(TEAM + "where t.code = :code").bind("code", code).optional(TeamSql::team);
    }

    List<Team> active() {
        return db.sql(TEAM + "where t.active order by t.code limit 500").list(TeamSql::team);
    }

    List<Team> page(String after, int limit) {
        return db.sql(TEAM + "where t.code > :after order by t.code limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .list(TeamSql::team);
    }

    List<Team> ofMember(long person) {
        return db.sql(TEAM
                        + "join people.team_member m on m.team_id = t.id where m.person_id = :person order by t.code")
                .bind("person", person)
                .list(TeamSql::team);
    }

    List<Long> ledBy(long lead, Collection<Long> persons) {
        return db.sql("""
                select distinct m.person_id from people.team_member m join people.team t on t.id = m.team_id
                where t.lead_id = :lead and m.person_id = any(:persons::bigint[])
                """).bind("lead", lead).bind("persons", persons).list(row -> row.number("person_id"));
    }

    List<Team> led(long person) {
        return db.sql(TEAM + "where t.lead_id = :person order by t.code limit 500")
                .bind("person", person)
                .list(TeamSql::team);
    }

    List<Member> members(Collection<Long> teams) {
        return db.sql("""
                select m.team_id, m.person_id from people.team_member m join people.person p on p.id = m.person_id
                where m.team_id = any(:teams::bigint[]) and p.active
                order by m.team_id, p.name collate "C", p.id limit 10000
                """).bind("teams", teams).list(row -> new Member(row.number("team_id"), row.number("person_id")));
    }

    Team insert(String code, TeamDraft draft) {
        return db.sql("""
                insert into people.team (code, name, tier, lead_id, zone, active)
                values (:code, :name, :tier, :lead, :zone, :active)
                returning id, code, name, tier, lead_id, zone, active, version
                """)
                .bind("code", code)
                .bind("name", draft.name())
                .bind("tier", draft.tier())
                .bind("lead", draft.leadId())
                .bind("zone", draft.zone().getId())
                .bind("active", draft.active())
                .one(TeamSql::team);
    }

    int update(long id, TeamDraft draft, int version) {
        return db.sql("""
                update people.team set name = :name, tier = :tier, lead_id = :lead, zone = :zone, active = :active,
                    version = version + 1
                where id = :id and version = :version
                """)
                .bind("name", draft.name())
                .bind("tier", draft.tier())
                .bind("lead", draft.leadId())
                .bind("zone", draft.zone().getId())
                .bind("active", draft.active())
                .bind("id", id)
                .bind("version", version)
                .update();
    }

    /** Nobody leads these teams any more; how they stand now. */
    List<Team> release(long lead) {
        return db.sql("""
                update people.team set lead_id = null, version = version + 1 where lead_id = :lead
                returning id, code, name, tier, lead_id, zone, active, version
                """).bind("lead", lead).list(TeamSql::team);
    }

    /** Also those who are not active. */
    List<Long> staff(long team) {
        return db.sql("select person_id from people.team_member where team_id = :team order by person_id limit 10000")
                .bind("team", team)
                .list(row -> row.number("person_id"));
    }

    void staff(long team, Collection<Long> persons) {
        db.sql("delete from people.team_member where team_id = :team")
                .bind("team", team)
                .update();
        db.sql("insert into people.team_member (team_id, person_id) select :team, unnest(:persons::bigint[])")
                .bind("team", team)
                .bind("persons", persons)
                .update();
    }

    static Team team(Row row) {
        return new Team(
                row.number("id"),
                row.text("code"),
                row.text("name"),
                row.word("tier", Tier.class),
                row.numberOrNull("lead_id"),
                ZoneId.of(row.text("zone")),
                row.yes("active"),
                row.integer("version"));
    }
}

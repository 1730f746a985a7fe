package dev.qiao.dispatch;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Row;
import java.util.List;
import org.springframework.stereotype.Component;

/** All SQL of decisions. */
@Component
class DecisionSql {
    private final Db db;

    DecisionSql(Db db) {
        this.db = db;
    }

    void insert(List<Decision> decisions) {
        if (decisions.isEmpty()) return;
        db.sql("""
                insert into dispatch.decision
                       (ticket, at, cause, cause_arguments, route, rule_name, rule_id, team_id, person_id, steps, reason, arguments,
                        last, accept_by)
                select * from unnest(:tickets::bigint[], :ats::timestamptz[], :causes::text[], :causeArguments::jsonb[], :routes::text[],
                                     :rules::text[], :ruleIds::bigint[], :teams::bigint[], :people::bigint[], :steps::jsonb[],
                                     :reasons::text[], :arguments::jsonb[], :lasts::boolean[], :acceptBys::timestamptz[])
                """)
                .bind("tickets", column(decisions, Decision::ticket))
                .bind("ats", column(decisions, Decision::at))
                .bind("causes", column(decisions, d -> d.cause().key()))
                .bind("causeArguments", column(decisions, d -> Json.of(d.cause().arguments())))
                .bind("routes", column(decisions, Decision::route))
                .bind("rules", column(decisions, Decision::rule))
                .bind("ruleIds", column(decisions, Decision::ruleId))
                .bind("steps", column(decisions, d -> Json.of(d.steps())))
                .bind("teams", column(decisions, Decision::team))
                .bind("people", column(decisions, Decision::person))
                .bind("reasons", column(decisions, d -> d.reason().key()))
                .bind("arguments", column(decisions, d -> Json.of(d.reason().arguments())))
                .bind("lasts", column(decisions, Decision::last))
                .bind("acceptBys", column(decisions, Decision::acceptBy))
                .update();
    }

    /** Newest first. */
    List<Decision> of(long ticket, int limit) {
        return db.sql("""
                select ticket, at, cause, cause_arguments::text as cause_arguments, route, rule_name, rule_id, team_id, person_id,
                       steps::text as steps, reason, arguments::text as arguments, last, accept_by
                  from dispatch.decision
                 where ticket = :ticket
                 order by id desc
                 limit :limit
                """).bind("ticket", ticket).bind("limit", limit).list(DecisionSql::decision);
    }

    private static Decision decision(Row row) {
        return new Decision(
                row.number("ticket"),
                row.instant("at"),
                reason(row, "cause", "cause_arguments"),
                row.text("route"),
                row.textOrNull("rule_name"),
                row.numberOrNull("rule_id"),
                row.numberOrNull("team_id"),
                row.numberOrNull("person_id"),
                List.of(row.json("steps").as(Reason[].class)),
                reason(row, "reason", "arguments"),
                row.yes("last"),
                row.instantOrNull("accept_by"));
    }

    private static Reason reason(Row row, String key, String arguments) {
        return new Reason(row.text(key), List.of(row.json(arguments).as(Object[].class)));
    }
}

package dev.qiao.dispatch.trial;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What each rule did. */
@Component
public class RuleFigures {
    /**
     * What became of the tickets that a rule matched.
     *
     * @param matched tickets that it sent somewhere
     * @param inTime of them, those that were accepted by whom they were offered first, in time
     * @param moved of them, those that were handed over to others afterwards
     */
    public record Figures(long rule, long matched, long inTime, long moved) {
        public static Figures none(long rule) {
            return new Figures(rule, 0, 0, 0);
        }
    }

    private final Db db;

    RuleFigures(Db db) {
        this.db = db;
    }

    /** By rule, since a moment; a rule that sent nothing is missing. */
    public Map<Long, Figures> since(Instant since, Me me) {
        me.must(Permission.DESK_CONFIGURE);
        return db
                .sql("""
                        select rule_id, count(*) as matched, count(*) filter (where accepted_at <= accept_by) as in_time,
                               count(*) filter (where moved_at is not null) as moved
                        from dispatch.decision where rule_id is not null and at >= :since group by rule_id limit 1000
                        """)
                .bind("since", since)
                .list(row -> new Figures(
                        row.number("rule_id"), row.number("matched"), row.number("in_time"), row.number("moved")))
                .stream()
                .collect(toMap(Figures::rule, figures -> figures));
    }
}

package dev.qiao.signal;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.signal.rule.AlertRuleDraft;
import dev.qiao.signal.rule.AlertRules;
import dev.qiao.signal.rule.Matchers;
import dev.qiao.signal.rule.RuleList;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries a rule on the alerts that there were: which it would have matched, and how many tickets more or fewer that would have made. */
@Component
public class RuleTrial {
    private static final int LOOKED = 1_000;
    private static final int SHOWN = 50;

    /**
     * What came of it.
     *
     * @param looked how many alerts were looked at
     * @param newest the newest of those that matched
     * @param more tickets that would have been opened with the rule and are not without it
     * @param fewer the other way round
     */
    public record Trial(int looked, int matched, List<Alert> newest, int more, int fewer) {}

    /** Alerts of one group until all of them were over. */
    private static final class Run {
        private int number;
        private @Nullable Instant over;
        private boolean going;

        String name(Alert alert) {
            boolean quiet = !going && over != null && alert.firstAt().isAfter(over.plus(Correlation.NEAR));
            if (quiet) {
                number++;
                over = null;
            }
            if (alert.endedAt() == null) going = true;
            else if (over == null || alert.endedAt().isAfter(over)) over = alert.endedAt();
            return alert.group() + " " + number;
        }
    }

    private final AlertSql sql;
    private final AlertRules rules;
    private final Judgement judgement;

    RuleTrial(AlertSql sql, AlertRules rules, Judgement judgement) {
        this.sql = sql;
        this.rules = rules;
        this.judgement = judgement;
    }

    /**
     * On the newest alerts.
     *
     * @param id the rule that is changed; null: it is a new one, at the end of the list
     */
    public Trial of(@Nullable Long id, AlertRuleDraft draft, Me me) {
        me.must(Permission.DESK_CONFIGURE);
        var with = rules.with(id, draft);
        var matchers = Matchers.read(draft.matchers());
        var alerts = sql.newest(LOOKED);
        var matched = alerts.stream()
                .filter(alert -> matchers.matches(judgement.traits(alert)))
                .toList();
        var inOrder =
                alerts.stream().sorted(Comparator.comparingLong(Alert::id)).toList();
        var now = tickets(inOrder, judgement.rules());
        var then = tickets(inOrder, with);
        return new Trial(
                alerts.size(),
                matched.size(),
                matched.stream().limit(SHOWN).toList(),
                beyond(then, now),
                beyond(now, then));
    }

    /** The alerts of each ticket that would have been opened. */
    private List<Set<Long>> tickets(List<Alert> alerts, RuleList by) {
        var correlation = new Correlation(List.of(), judgement.links());
        Map<String, Run> runs = new HashMap<>();
        for (var alert : alerts) {
            if (alert.silence() != null && alert.incident() == null) continue;
            var judged = judgement.graded(alert, by).placed(judgement.service(alert, by), null);
            var run = runs.computeIfAbsent(alert.group(), _ -> new Run());
            correlation.place(judged.grouped(run.name(alert)), judgement.opens(judged, by));
        }
        return correlation.gatherings().stream()
                .map(gathering -> gathering.alerts().stream().map(Alert::id).collect(Collectors.toSet()))
                .toList();
    }

    /** How many of these have no alert in any of the others. */
    private static int beyond(List<Set<Long>> these, List<Set<Long>> others) {
        var known = new HashSet<Long>();
        others.forEach(known::addAll);
        return (int) these.stream()
                .filter(ticket -> ticket.stream().noneMatch(known::contains))
                .count();
    }
}

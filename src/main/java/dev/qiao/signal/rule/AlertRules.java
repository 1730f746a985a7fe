package dev.qiao.signal.rule;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Remembered;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The ordered rules by which alerts are judged. Changing needs {@link Permission#DESK_CONFIGURE}. */
@Component
public class AlertRules {
    /** How the journal calls a rule. */
    public static final String KIND = "signal.rule";

    /** So many there can be. */
    static final int MOST = 200;

    private final Db db;
    private final AlertRuleSql sql;
    private final Services services;
    private final Teams teams;
    private final Journal journal;
    private final Remembered<RuleList> known;

    AlertRules(Db db, AlertRuleSql sql, Services services, Teams teams, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.services = services;
        this.teams = teams;
        this.journal = journal;
        this.known = new Remembered<>(() -> listed(sql.all()));
    }

    /** In their order. */
    public List<AlertRule> all() {
        return sql.all();
    }

    /** Errors: not found. */
    public AlertRule find(long id) {
        return sql.find(id).orElseThrow(AlertRules::unknown);
    }

    /** As they are asked now. */
    public RuleList current() {
        return known.get();
    }

    /**
     * As they would be asked with this one.
     *
     * @param id the one that it would replace; null: it would stand at the end
     */
    public RuleList with(@Nullable Long id, AlertRuleDraft draft) {
        var checked = draft.checked();
        var rules = new ArrayList<AlertRule>();
        for (var rule : sql.all()) rules.add(id != null && rule.id() == id ? checked.at(id, rule.place()) : rule);
        if (id == null) rules.add(checked.at(0, rules.size() + 1));
        return listed(rules);
    }

    /** Past a service or a team that is retired the rule says nothing. */
    private RuleList listed(List<AlertRule> rules) {
        return new RuleList(rules.stream()
                .map(rule -> rule.with(offered(rule.service()), works(rule.team())))
                .toList());
    }

    /** At the end of the list. Errors: invalid, naming the fields. */
    public AlertRule create(AlertRuleDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var checked = draft.checked();
        return changing(() -> {
            sql.lock();
            if (sql.all().size() >= MOST) throw Refused.conflict("signal.rules_many", MOST);
            var rule = find(sql.insert(checked));
            tell(rule.id(), rule.version(), null, rule, me, now);
            return rule;
        });
    }

    /** Errors: invalid; stale when somebody changed it since {@code seen}. */
    public AlertRule update(long id, int seen, AlertRuleDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var checked = draft.checked();
        return changing(() -> {
            var before = find(id);
            if (!sql.update(id, seen, checked)) throw Refused.stale("signal.rule_changed");
            var after = find(id);
            tell(id, after.version(), before, after, me, now);
            return after;
        });
    }

    /** Takes a rule out of the list. Errors: not found. */
    public void delete(long id, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        changing(() -> {
            var rule = find(id);
            if (!sql.delete(id)) throw unknown();
            tell(id, rule.version() + 1, rule, null, me, now);
            return rule;
        });
    }

    /** Moves a rule so many steps down the list, or up when negative; it stops at the ends. */
    public void move(long id, int steps, Me me, Instant now) {
        reorder(id, from -> (long) from + steps, me, now);
    }

    /** Gives a rule this place in the list, counted from 1; it stops at the ends. Errors: not found. */
    public void place(long id, int place, Me me, Instant now) {
        reorder(id, _ -> place - 1L, me, now);
    }

    private void reorder(long id, IntToLongFunction to, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        changing(() -> {
            sql.lock();
            var rule = find(id);
            var order = order();
            int from = order.indexOf(id);
            order.remove(from);
            order.add(Math.clamp(to.applyAsLong(from), 0, order.size()), id);
            sql.order(order);
            tell(id, rule.version(), rule, find(id), me, now);
            return rule;
        });
    }

    /** Makes a rule exactly this again, in its place, also when it is gone. Errors: stale when it changed since {@code seen}. */
    void restore(AlertRule wanted, @Nullable Integer seen, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var draft = AlertRuleDraft.of(wanted).checked();
        changing(() -> {
            sql.lock();
            var before = sql.find(wanted.id()).orElse(null);
            boolean done = seen == null
                    ? before == null && sql.insert(wanted.id(), draft)
                    : sql.update(wanted.id(), seen, draft);
            if (!done) throw Refused.stale("signal.rule_changed");
            var order = order();
            order.remove(wanted.id());
            order.add(Math.clamp(wanted.place() - 1L, 0, order.size()), wanted.id());
            sql.order(order);
            var after = find(wanted.id());
            tell(wanted.id(), after.version(), before, after, me, now);
            return after;
        });
    }

    private List<Long> order() {
        return new ArrayList<>(sql.all().stream().map(AlertRule::id).toList());
    }

    private AlertRule changing(Supplier<AlertRule> change) {
        try {
            var rule = db.transact(change);
            known.forget();
            return rule;
        } catch (DataIntegrityViolationException _) {
            throw Refused.invalid("team", "signal.rule_reference");
        }
    }

    private void tell(long id, int version, @Nullable AlertRule before, @Nullable AlertRule after, Me me, Instant now) {
        var facts = Configured.of(KIND, Long.toString(id), before, after);
        journal.write(new Entry(now, me.origin(), KIND, id, version, me.id(), Audience.ADMIN, facts));
    }

    private @Nullable Long offered(@Nullable Long service) {
        if (service == null) return null;
        return services.find(service).filter(Service::active).map(Service::id).orElse(null);
    }

    private @Nullable Long works(@Nullable Long team) {
        if (team == null) return null;
        return teams.find(team).filter(Team::active).map(Team::id).orElse(null);
    }

    private static Refused unknown() {
        return Refused.notFound("signal.no_rule");
    }
}

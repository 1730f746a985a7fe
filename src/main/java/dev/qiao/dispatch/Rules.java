package dev.qiao.dispatch;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** What dispatch goes by: the ordered rules and the policy. Changing needs {@link Permission#DESK_CONFIGURE}. */
@Component
public class Rules {
    /** How the journal calls a rule. */
    public static final String RULE = "dispatch.rule";

    private static final String POLICY = "dispatch.policy";

    private final Db db;
    private final RuleSql sql;
    private final Journal journal;

    Rules(Db db, RuleSql sql, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.journal = journal;
    }

    /** In their order. */
    public List<Rule> all() {
        return sql.all();
    }

    /** Errors: not found. */
    public Rule find(long id) {
        return sql.find(id).orElseThrow(Rules::unknown);
    }

    /** How long offers stand, and who gets what no rule fits. */
    public Policy policy() {
        return sql.policy();
    }

    /** At the end of the list. */
    public Rule create(RuleDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        draft.checked();
        return db.transact(() -> {
            sql.lock();
            var rule = find(known(() -> sql.insert(draft)));
            tell(RULE, rule.id(), rule.version(), null, rule, me, now);
            return rule;
        });
    }

    /** Errors: stale when somebody changed it since {@code seen}. */
    public Rule update(long id, int seen, RuleDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        draft.checked();
        return db.transact(() -> {
            var before = find(id);
            if (!known(() -> sql.update(id, seen, draft))) throw Refused.stale("dispatch.changed_meanwhile");
            var after = find(id);
            tell(RULE, id, after.version(), before, after, me, now);
            return after;
        });
    }

    /** Takes a rule out of the order. Errors: forbidden; not found. */
    public void delete(long id, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        db.transact(() -> {
            var rule = find(id);
            if (!sql.delete(id)) throw unknown();
            tell(RULE, id, rule.version() + 1, rule, null, me, now);
        });
    }

    /** Makes a rule exactly this again, in its place, also when it is gone. Errors: stale when it changed since {@code seen}. */
    void restore(Rule wanted, @Nullable Integer seen, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var draft = RuleDraft.of(wanted).checked();
        db.transact(() -> {
            sql.lock();
            var before = sql.find(wanted.id()).orElse(null);
            boolean done = seen == null
                    ? before == null && known(() -> sql.insert(wanted.id(), draft))
                    : known(() -> sql.update(wanted.id(), seen, draft));
            if (!done) throw Refused.stale("dispatch.changed_meanwhile");
            var order = new ArrayList<>(sql.all().stream().map(Rule::id).toList());
            order.remove(wanted.id());
            order.add(Math.clamp(wanted.place() - 1L, 0, order.size()), wanted.id());
            sql.order(order);
            var after = find(wanted.id());
            tell(RULE, wanted.id(), after.version(), before, after, me, now);
        });
    }

    /** Moves a rule so many steps down the list, or up when negative; it stops at the ends. */
    public void move(long id, int steps, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        db.transact(() -> {
            sql.lock();
            var rule = find(id);
            var order = new ArrayList<>(sql.all().stream().map(Rule::id).toList());
            int from = order.indexOf(id);
            order.remove(from);
            order.add(Math.clamp((long) from + steps, 0, order.size()), id);
            sql.order(order);
            tell(RULE, id, rule.version(), rule, find(id), me, now);
        });
    }

    /** Errors: stale when somebody changed it since; a time out of range. */
    public Policy change(Policy policy, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        policy.checked();
        return db.transact(() -> {
            var before = sql.policy();
            if (!known(() -> sql.change(policy))) throw Refused.stale("dispatch.changed_meanwhile");
            var after = sql.policy();
            tell(POLICY, 0, after.version(), before, after, me, now);
            return after;
        });
    }

    private void tell(
            String what, long id, int version, @Nullable Record before, @Nullable Record after, Me me, Instant now) {
        var facts = Configured.of(what, Long.toString(id), before, after);
        journal.write(new Entry(now, me.origin(), what, id, version, me.id(), Audience.ADMIN, facts));
    }

    /** A team, service or organization that is not there. */
    private static <T> T known(Supplier<T> write) {
        try {
            return write.get();
        } catch (DataIntegrityViolationException _) {
            throw Refused.invalid("team", "dispatch.unknown_reference");
        }
    }

    private static Refused unknown() {
        return Refused.notFound("dispatch.unknown_rule");
    }
}

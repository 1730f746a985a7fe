package dev.qiao.ticket.bulk;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.base.web.Languages;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.ticket.bulk.Bulk.Fate;
import dev.qiao.ticket.bulk.Bulk.Item;
import dev.qiao.ticket.bulk.Bulk.Progress;
import dev.qiao.ticket.bulk.BulkFact.BulkEnded;
import dev.qiao.ticket.bulk.BulkFact.BulkStarted;
import dev.qiao.ticket.deed.Order;
import dev.qiao.ticket.deed.Orders;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The door to bulk acts. The list is frozen when the act begins; then a worker does it ticket by ticket through the same verbs and with
 * the person's rights at that moment, so it can be left, cancelled and taken back, and a node that dies loses nothing.
 */
@Component
public class Bulks {
    /** How the journal calls a bulk act. */
    public static final String KIND = "bulk";
    /** So many tickets at once at most. */
    public static final int MOST = 10_000;
    /** So many of one person run at once at most. */
    static final int MOST_RUNNING = 20;

    private final Db db;
    private final BulkSql sql;
    private final ReversalSql reversals;
    private final Journal journal;
    private final Workers workers;
    private final Languages languages;

    Bulks(Db db, BulkSql sql, ReversalSql reversals, Journal journal, Workers workers, Languages languages) {
        this.db = db;
        this.sql = sql;
        this.reversals = reversals;
        this.journal = journal;
        this.workers = workers;
        this.languages = languages;
    }

    /** Errors: nothing chosen, too many, too many that run, or an order that could not be done to any ticket. */
    public Bulk start(Order order, Collection<Long> numbers, Me me, Instant now) {
        me.must(Permission.TICKET_WORK);
        Orders.check(order, now);
        var frozen = numbers.stream().distinct().toList();
        if (frozen.isEmpty()) throw Refused.invalid("number", "ticket.bulk.nothing");
        if (frozen.size() > MOST) throw Refused.invalid("number", "ticket.bulk.too_many", frozen.size(), MOST);
        long id = db.transact(() -> {
            room(me);
            long bulk = sql.insert(me.id(), order, null, frozen.size(), now);
            sql.freeze(bulk, frozen);
            say(bulk, 1, new BulkStarted(order.deed().code(), frozen.size()), me, now);
            return bulk;
        });
        workers.wake();
        return find(id, me);
    }

    /** Errors: not found, also for another person's. */
    public Bulk find(long id, Me me) {
        return sql.find(id)
                .filter(bulk -> bulk.person() == me.id() || me.may(Permission.ADMIN))
                .orElseThrow(() -> Refused.notFound("ticket.bulk.no_such"));
    }

    /** This person's own, the newest first. */
    public List<Bulk> of(Me me, int limit) {
        return sql.of(me.id(), limit);
    }

    /** How far it is, by outcome. */
    public Progress progress(Bulk bulk) {
        return sql.progress(bulk.id());
    }

    /** The same of several by their numbers, with one question. */
    public Map<Long, Progress> progress(Collection<Bulk> bulks) {
        var numbers = bulks.stream().map(Bulk::id).toList();
        var found = numbers.isEmpty() ? Map.<Long, Progress>of() : sql.progress(numbers);
        return numbers.stream().collect(toMap(identity(), id -> found.getOrDefault(id, Progress.NOTHING)));
    }

    /**
     * The tickets of it in their order, with what became of each.
     *
     * @param fate null: whatever became of them
     */
    public List<Item> items(Bulk bulk, @Nullable Fate fate, int after, int limit) {
        return sql.items(bulk.id(), fate, after, limit);
    }

    /** What is done stays done. Errors: not found, over already. */
    public Bulk cancel(long id, Me me, Instant now) {
        var bulk = find(id, me);
        db.transact(() -> {
            if (!sql.cancel(bulk.id(), now)) throw Refused.conflict("ticket.bulk.over");
            var progress = sql.progress(id);
            say(id, 2, new BulkEnded(progress.done(), progress.refused(), true), me, now);
        });
        return find(id, me);
    }

    /** Which one takes it back. */
    public Optional<Long> undoneBy(Bulk bulk) {
        return reversals.undoneBy(bulk.id());
    }

    /** Whether it can be taken back now. */
    public boolean reversible(Bulk bulk, Instant now) {
        var ended = bulk.endedAt();
        return ended != null
                && bulk.undoes() == null
                && now.isBefore(ended.plus(Bulk.UNDONE_WITHIN))
                && reversals.undoneBy(bulk.id()).isEmpty()
                && reversals.reversible(bulk.id()) > 0;
    }

    /**
     * Takes back what was done to those tickets that nobody has changed since, as a bulk act of its own. Errors: still running, too late,
     * taken back already, or nothing that could be.
     */
    public Bulk reverse(long id, Me me, Instant now) {
        me.must(Permission.TICKET_WORK);
        var bulk = find(id, me);
        if (!reversible(bulk, now)) throw Refused.conflict("ticket.bulk.not_reversible", Bulk.UNDONE_WITHIN.toHours());
        var reason = languages.of(me.language()).t("ticket.bulk.taken_back");
        long reversal;
        try {
            reversal = reversal(bulk, reason, me, now);
        } catch (DuplicateKeyException _) {
            throw Refused.conflict("ticket.bulk.not_reversible", Bulk.UNDONE_WITHIN.toHours());
        }
        workers.wake();
        return find(reversal, me);
    }

    private long reversal(Bulk bulk, String reason, Me me, Instant now) {
        long id = bulk.id();
        return db.transact(() -> {
            room(me);
            int many = reversals.reversible(id);
            long made = sql.insert(me.id(), bulk.order(), id, many, now);
            reversals.reverse(made, id, reason);
            say(made, 1, new BulkStarted(bulk.order().deed().code(), many), me, now);
            return made;
        });
    }

    private void room(Me me) {
        if (sql.running(me.id()) >= MOST_RUNNING) throw Refused.conflict("ticket.bulk.too_many_running", MOST_RUNNING);
    }

    private void say(long bulk, int version, BulkFact fact, Me me, Instant now) {
        journal.write(new Entry(now, me.origin(), KIND, bulk, version, me.id(), Audience.ADMIN, fact));
    }
}

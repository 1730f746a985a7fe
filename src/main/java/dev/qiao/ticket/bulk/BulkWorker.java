package dev.qiao.ticket.bulk;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Worker;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Rights;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.bulk.Bulk.Fate;
import dev.qiao.ticket.bulk.BulkFact.BulkEnded;
import dev.qiao.ticket.bulk.BulkSql.Waiting;
import dev.qiao.ticket.deed.Deeds;
import dev.qiao.ticket.undo.Before;
import dev.qiao.ticket.undo.Undos;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does bulk acts, a few tickets of each that runs in turn, so that a large one holds up no small one. A ticket's act and its outcome
 * are one transaction: whoever dies in between has done neither.
 */
@Component
class BulkWorker implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(BulkWorker.class);
    private static final int JOBS = 8;
    private static final int AT_ONCE = 25;
    private static final int ATTEMPTS = 3;

    private final Db db;
    private final BulkSql sql;
    private final Reversing reversing;
    private final Deeds deeds;
    private final Acting acting;
    private final Rights rights;
    private final Journal journal;

    BulkWorker(Db db, BulkSql sql, Reversing reversing, Deeds deeds, Acting acting, Rights rights, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.reversing = reversing;
        this.deeds = deeds;
        this.acting = acting;
        this.rights = rights;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "ticket.bulk";
    }

    @Override
    public int work(Instant now) {
        int done = 0;
        for (var bulk : sql.turn(JOBS)) {
            var waiting = sql.waiting(bulk, AT_ONCE);
            for (var item : waiting) done += act(bulk, item, now);
            if (waiting.size() < AT_ONCE) end(bulk, now);
        }
        return done;
    }

    /** Returns how many were brought to an end: one, or none where somebody else has it. */
    private int act(Bulk bulk, Waiting item, Instant now) {
        try {
            return db.transact(() -> sql.take(bulk.id(), item.place()) ? perform(bulk, item, now) : 0);
        } catch (Refused refused) {
            sql.refused(bulk.id(), item.place(), refused.problems().getFirst());
            return 1;
        } catch (RuntimeException e) {
            LOG.warn("bulk act {}: ticket {} is tried again: {}", bulk.id(), item.number(), e.toString());
            if (sql.failed(bulk.id(), item.place()) < ATTEMPTS) return 0;
            sql.refused(bulk.id(), item.place(), new Refused.Problem(null, "ticket.bulk.failed", List.of()));
            return 1;
        }
    }

    private int perform(Bulk bulk, Waiting item, Instant now) {
        var me = rights.of(bulk.person()).orElseThrow(() -> Refused.forbidden("ticket.bulk.person_gone"));
        var undone = item.undone();
        if (undone == null) carryOut(bulk, item, me, now);
        else reversing.takeBack(bulk, item, undone, me, now);
        return 1;
    }

    private void carryOut(Bulk bulk, Waiting item, Me me, Instant now) {
        var order = bulk.order();
        acting.hold(List.of(item.number()), me);
        var outcome = deeds.perform(item.number(), order, me, now);
        var fate = outcome.changed() ? Fate.DONE : Fate.UNCHANGED;
        var before = outcome.changed() ? Undos.stood(outcome.before(), order.deed()) : Optional.<Before>empty();
        sql.over(
                bulk.id(),
                item.place(),
                fate,
                outcome.version(),
                before.orElse(null),
                outcome.back().orElse(null));
    }

    private void end(Bulk bulk, Instant now) {
        db.transact(() -> {
            if (!sql.end(bulk.id(), now)) return;
            var progress = sql.progress(bulk.id());
            var ended = new BulkEnded(progress.done(), progress.refused(), false);
            var origin = rights.of(bulk.person()).orElse(Me.QIAO).origin();
            journal.write(new Entry(now, origin, Bulks.KIND, bulk.id(), 2, bulk.person(), Audience.ADMIN, ended));
        });
    }
}

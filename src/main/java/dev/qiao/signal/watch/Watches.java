package dev.qiao.signal.watch;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The door to the rules by which figures are watched. Seeing needs {@link Permission#TICKET_WORK}, changing {@link Permission#DESK_CONFIGURE}. */
@Component
public class Watches {
    /** How the journal calls a rule. */
    public static final String KIND = "signal.watch";

    /** So many there can be. */
    static final int MOST = 200;

    private final Db db;
    private final WatchSql sql;
    private final WatchTelling telling;
    private final Services services;
    private final Journal journal;

    Watches(Db db, WatchSql sql, WatchTelling telling, Services services, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.telling = telling;
        this.services = services;
        this.journal = journal;
    }

    /** By name. */
    public List<Watch> all(Me me) {
        me.must(Permission.TICKET_WORK);
        return sql.all();
    }

    /** Errors: not found, also for who does not work here. */
    public Watch find(long id, Me me) {
        if (!me.may(Permission.TICKET_WORK)) throw unknown();
        return sql.find(id).orElseThrow(Watches::unknown);
    }

    /** How each of them stands, by their numbers. */
    public Map<Long, Watching> watching(Me me) {
        me.must(Permission.TICKET_WORK);
        return sql.watching();
    }

    /** Errors: invalid, naming the fields. */
    public Watch create(WatchDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var checked = draft.checked();
        mustServe(checked.service());
        return changing(() -> {
            if (sql.all().size() >= MOST) throw Refused.conflict("signal.watches_many", MOST);
            var watch = find(sql.insert(checked), me);
            tell(watch.id(), watch.version(), null, checked, me, now);
            return watch;
        });
    }

    /** What was wrong by the old description is over; it is judged anew. Errors: invalid; stale. */
    public Watch update(long id, int seen, WatchDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var checked = draft.checked();
        var before = find(id, me);
        if (!Objects.equals(before.draft().service(), checked.service())) mustServe(checked.service());
        return changing(() -> {
            if (!sql.update(id, seen, checked)) throw Refused.stale("signal.changed_meanwhile");
            ended(before, now);
            var after = find(id, me);
            tell(id, after.version(), before.draft(), checked, me, now);
            return after;
        });
    }

    /** Errors: not found. */
    public void delete(long id, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        changing(() -> {
            var watch = find(id, me);
            ended(watch, now);
            if (!sql.delete(id)) throw unknown();
            tell(id, watch.version() + 1, watch.draft(), null, me, now);
            return watch;
        });
    }

    /** One that was deleted. Errors: stale when there is one. */
    void restore(long id, WatchDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var checked = draft.checked();
        changing(() -> {
            if (!sql.insert(id, checked)) throw Refused.stale("signal.changed_meanwhile");
            var watch = find(id, me);
            tell(id, watch.version(), null, checked, me, now);
            return watch;
        });
    }

    private void ended(Watch watch, Instant now) {
        var standing = sql.standing(watch.id()).keySet();
        sql.over(watch.id(), standing);
        telling.over(watch, standing, now);
    }

    private Watch changing(Supplier<Watch> change) {
        try {
            return db.transact(change);
        } catch (DuplicateKeyException _) {
            throw Refused.invalid("name", "signal.watch_name_taken");
        }
    }

    private void tell(
            long id, int version, @Nullable WatchDraft before, @Nullable WatchDraft after, Me me, Instant now) {
        var facts = Configured.of(KIND, Long.toString(id), before, after);
        journal.write(new Entry(now, me.origin(), KIND, id, version, me.id(), Audience.ADMIN, facts));
    }

    private void mustServe(@Nullable Long service) {
        if (service != null && services.find(service).filter(Service::active).isEmpty())
            throw Refused.invalid("service", "signal.no_service");
    }

    private static Refused unknown() {
        return Refused.notFound("signal.no_watch");
    }
}

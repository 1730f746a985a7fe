package dev.qiao.signal.probe;

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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The door to probes, for who works on tickets. Changing needs {@link Permission#DESK_CONFIGURE}. */
@Component
public class Probes {
    /** How the journal calls a probe. */
    public static final String KIND = "signal.probe";

    /** So many there can be. */
    static final int MOST = 5_000;

    private final Db db;
    private final ProbeSql sql;
    private final ResultSql results;
    private final Telling telling;
    private final Usuals usuals;
    private final ProbeFigures figures;
    private final Services services;
    private final Journal journal;

    Probes(
            Db db,
            ProbeSql sql,
            ResultSql results,
            Telling telling,
            Usuals usuals,
            ProbeFigures figures,
            Services services,
            Journal journal) {
        this.db = db;
        this.sql = sql;
        this.results = results;
        this.telling = telling;
        this.usuals = usuals;
        this.figures = figures;
        this.services = services;
        this.journal = journal;
    }

    /** In the order in which they were made. */
    public List<Probe> after(long id, int most, Me me) {
        me.must(Permission.TICKET_WORK);
        return sql.after(id, most);
    }

    /** Errors: not found, also for who does not work here. */
    public Probe find(long id, Me me) {
        if (!me.may(Permission.TICKET_WORK)) throw unknown();
        return sql.find(id).orElseThrow(Probes::unknown);
    }

    /** What was seen before a moment, newest first. Errors: not found. */
    public List<Result> results(long id, Instant before, int most, Me me) {
        find(id, me);
        return results.before(id, before, most);
    }

    /** What was seen in each hour since a moment, by the numbers of the probes. */
    public Map<Long, List<Hour>> hours(Collection<Long> ids, Instant since, Me me) {
        me.must(Permission.TICKET_WORK);
        return ids.isEmpty() ? Map.of() : results.hours(ids, since);
    }

    /** How long it usually takes; empty: its past is too short to say. */
    public Optional<Usual> usual(Probe probe, Me me, Instant now) {
        me.must(Permission.TICKET_WORK);
        return usuals.of(probe, now);
    }

    /** What was seen of it earlier is its past; nothing is told of that. Errors: not found. */
    public void remember(long id, List<Result> results, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var probe = find(id, me);
        var first = results.stream().map(Result::at).min(Instant::compareTo);
        db.transact(() -> {
            this.results.insert(id, results);
            first.ifPresent(then -> sql.described(id, then));
            figures.remember(probe, results, now);
        });
        usuals.forget(id);
    }

    /** Looks once and writes nothing down. */
    public Result attempt(ProbeDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        return Eye.look(draft.checked(), now);
    }

    /** Errors: invalid, naming the fields. */
    public Probe create(ProbeDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var checked = draft.checked();
        mustServe(checked.service());
        return changing(() -> {
            if (sql.count() >= MOST) throw Refused.conflict("signal.probes_many", MOST);
            var probe = find(sql.insert(checked, first(checked, now), now), me);
            tell(probe.id(), probe.version(), null, probe.draft(), me, now);
            return probe;
        });
    }

    /** What was wrong by the old description is over; it is looked at anew. Errors: invalid; stale. */
    public Probe update(long id, int seen, ProbeDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var checked = draft.checked();
        var known = find(id, me);
        if (!Objects.equals(known.draft().service(), checked.service())) mustServe(checked.service());
        return changing(() -> {
            var before = sql.lock(id).orElseThrow(Probes::unknown);
            if (!sql.update(id, seen, checked, first(checked, now), now))
                throw Refused.stale("signal.changed_meanwhile");
            telling.turned(before, Standing.NEW, null, null, now);
            var after = find(id, me);
            tell(id, after.version(), before.draft(), after.draft(), me, now);
            return after;
        });
    }

    /** With all that was seen. Errors: not found. */
    public void delete(long id, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        changing(() -> {
            var probe = sql.lock(id).orElseThrow(Probes::unknown);
            telling.turned(probe, Standing.NEW, null, null, now);
            sql.delete(id);
            tell(id, probe.version() + 1, probe.draft(), null, me, now);
            return probe;
        });
    }

    /** One that was deleted, without what was seen. Errors: stale when there is one. */
    void restore(long id, ProbeDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var checked = draft.checked();
        changing(() -> {
            if (!sql.insert(id, checked, first(checked, now), now)) throw Refused.stale("signal.changed_meanwhile");
            var probe = find(id, me);
            tell(id, probe.version(), null, probe.draft(), me, now);
            return probe;
        });
    }

    /** Somewhere in its first interval, so that many that are made at once are not looked at in the same second. */
    private static Instant first(ProbeDraft draft, Instant now) {
        return now.plusMillis(ThreadLocalRandom.current().nextLong(Math.min(draft.every(), 60) * 1_000L));
    }

    private Probe changing(Supplier<Probe> change) {
        try {
            return db.transact(change);
        } catch (DuplicateKeyException _) {
            throw Refused.invalid("name", "signal.probe_name_taken");
        }
    }

    private void tell(
            long id, int version, @Nullable ProbeDraft before, @Nullable ProbeDraft after, Me me, Instant now) {
        var facts = Configured.of("signal.probe", Long.toString(id), before, after);
        journal.write(new Entry(now, me.origin(), KIND, id, version, me.id(), Audience.ADMIN, facts));
    }

    private void mustServe(@Nullable Long service) {
        if (service != null && services.find(service).filter(Service::active).isEmpty())
            throw Refused.invalid("service", "signal.no_service");
    }

    private static Refused unknown() {
        return Refused.notFound("signal.no_probe");
    }
}

package dev.qiao.signal.silence;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Remembered;
import dev.qiao.base.Workers;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.signal.silence.Silence.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to silences, for who works on tickets; maintenance is no outage, so that planning it needs {@link Permission#DESK_CONFIGURE}. */
@Component
public class Silences {
    /** How the journal calls a silence. */
    public static final String KIND = "signal.silence";

    private static final int MOST = 500;
    private static final int MOST_DUE = 50;
    private static final int MOST_PAST = 50;

    /** A silence as the audit shows it: what somebody gave as the reason stays in its table. */
    record Said(Kind kind, @Nullable Long service, List<String> matchers, Instant startsAt, Instant endsAt) {
        static Said of(Silence silence) {
            return new Said(
                    silence.kind(), silence.service(), silence.matchers(), silence.startsAt(), silence.endsAt());
        }
    }

    private final Db db;
    private final SilenceSql sql;
    private final Services services;
    private final Journal journal;
    private final Workers workers;
    private final Remembered<Quiet> known;

    Silences(Db db, SilenceSql sql, Services services, Journal journal, Workers workers) {
        this.db = db;
        this.sql = sql;
        this.services = services;
        this.journal = journal;
        this.workers = workers;
        this.known = new Remembered<>(() -> new Quiet(sql.ahead(MOST)));
    }

    /** For who judges alerts. */
    public Quiet current() {
        return known.get();
    }

    /** Active and planned ones, in the order in which they begin. */
    public List<Silence> ahead(Me me, Instant now) {
        mustWorkHere(me);
        return sql.ahead(MOST).stream().filter(silence -> !silence.over(now)).toList();
    }

    /** The last that are over. */
    public List<Silence> past(Me me, Instant now) {
        mustWorkHere(me);
        return sql.past(now, MOST_PAST);
    }

    /** Errors: not found, also for who does not work here. */
    public Silence find(long id, Me me) {
        if (!me.worksHere()) throw unknown();
        return sql.find(id).orElseThrow(Silences::unknown);
    }

    /** Those of these numbers: beside alerts. */
    public List<Silence> of(Collection<Long> ids, Me me) {
        mustWorkHere(me);
        return ids.isEmpty() ? List.of() : sql.of(ids);
    }

    /** Whether this person may plan and end such a silence. */
    public static boolean may(Kind kind, Me me) {
        return me.may(needs(kind));
    }

    /** From now or planned ahead. Errors: invalid, naming the fields. */
    public Silence create(SilenceDraft draft, Me me, Instant now) {
        me.must(needs(draft.kind()));
        var checked = draft.checked(now);
        mustServe(checked);
        return changing(() -> {
            if (sql.ahead(MOST).size() >= MOST) throw Refused.conflict("signal.silences_many", MOST);
            var silence = find(sql.insert(checked, me.machine() ? null : me.id(), now), me);
            tell(silence, null, Said.of(silence), me, now);
            return silence;
        });
    }

    /** Ends it now, or calls it off before it begins; what is still wrong is considered again. Errors: conflict, when it is over. */
    public Silence end(long id, Me me, Instant now) {
        var silence = find(id, me);
        me.must(needs(silence.kind()));
        if (silence.over(now)) throw Refused.conflict("signal.silence_over");
        return until(silence, now.isBefore(silence.startsAt()) ? silence.startsAt() : now, me, now);
    }

    /** Makes it last until then, also when it was ended. Errors: conflict, when that has passed. */
    Silence extend(long id, Instant end, Me me, Instant now) {
        var silence = find(id, me);
        me.must(needs(silence.kind()));
        if (!end.isAfter(now)) throw Refused.conflict("signal.silence_over");
        return until(silence, end, me, now);
    }

    private Silence until(Silence before, Instant end, Me me, Instant now) {
        return changing(() -> {
            if (!sql.until(before.id(), before.version(), end)) throw Refused.stale("signal.silence_changed");
            var after = find(before.id(), me);
            tell(after, Said.of(before), Said.of(after), me, now);
            return after;
        });
    }

    /** For the worker that begins and ends them. */
    public List<Silence> due(Instant now) {
        return sql.due(now, MOST_DUE);
    }

    public void begun(List<Silence> silences) {
        sql.begun(silences.stream().map(Silence::id).toList());
    }

    public void replayed(List<Silence> silences) {
        sql.replayed(silences.stream().map(Silence::id).toList());
    }

    private Silence changing(Supplier<Silence> change) {
        var silence = db.transact(() -> {
            workers.wake();
            return change.get();
        });
        known.forget();
        return silence;
    }

    private void tell(Silence of, @Nullable Said before, @Nullable Said after, Me me, Instant now) {
        var facts = Configured.of(KIND, Long.toString(of.id()), before, after);
        journal.write(new Entry(now, me.origin(), KIND, of.id(), of.version(), me.id(), Audience.ADMIN, facts));
    }

    private void mustServe(SilenceDraft draft) {
        if (draft.service() == null) return;
        if (services.find(draft.service()).filter(Service::active).isEmpty())
            throw Refused.invalid("service", "signal.no_service");
    }

    private static Permission needs(Kind kind) {
        return switch (kind) {
            case SILENCE -> Permission.TICKET_WORK;
            case MAINTENANCE -> Permission.DESK_CONFIGURE;
        };
    }

    private static void mustWorkHere(Me me) {
        if (!me.worksHere()) throw Refused.forbidden("base.missing_permission", Permission.TICKET_WORK.code());
    }

    private static Refused unknown() {
        return Refused.notFound("signal.no_silence");
    }
}

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
import java.util.Objects;
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

    /**
     * A silence as the audit shows it: what somebody gave as the reason stays in its table.
     *
     * @param wording which of those reasons; null in what was written before it could change: the first
     */
    record Said(
            Kind kind,
            @Nullable Long service,
            List<String> matchers,
            Instant startsAt,
            Instant endsAt,
            @Nullable Integer wording) {
        static Said of(Silence silence) {
            return new Said(
                    silence.kind(),
                    silence.service(),
                    silence.matchers(),
                    silence.startsAt(),
                    silence.endsAt(),
                    silence.wording());
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

    /**
     * Those that are over, or those that are not; the newest first.
     *
     * @param before the number after which the page begins
     */
    public List<Silence> list(boolean over, long before, int limit, Me me, Instant now) {
        mustWorkHere(me);
        return sql.list(over, before, limit, now);
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
            sql.word(silence.id(), silence.reason());
            tell(silence, null, Said.of(silence), me, now);
            return silence;
        });
    }

    /** Ends it now, or calls it off before it begins; what is still wrong is considered again. Errors: conflict, when it is over. */
    public Silence end(long id, Me me, Instant now) {
        var silence = find(id, me);
        me.must(needs(silence.kind()));
        if (silence.over(now)) throw Refused.conflict("signal.silence_over");
        var end = now.isBefore(silence.startsAt()) ? silence.startsAt() : now;
        var draft = SilenceDraft.of(silence).ending(end);
        return changed(silence, silence.version(), draft, silence::wording, me, now);
    }

    /**
     * Another end or reason; of what has not begun yet also its times and conditions.
     *
     * @param seen the version that was read
     * @throws Refused invalid, naming the fields; conflict, when it is over; stale, when somebody changed it since
     */
    public Silence update(long id, int seen, SilenceDraft draft, Me me, Instant now) {
        var before = find(id, me);
        me.must(needs(before.kind()));
        if (before.over(now)) throw Refused.conflict("signal.silence_over");
        var checked = draft.checked(before, now);
        if (!Objects.equals(checked.service(), before.service())) mustServe(checked);
        boolean reworded = !checked.reason().equals(before.reason());
        return changed(
                before, seen, checked, () -> reworded ? sql.word(id, checked.reason()) : before.wording(), me, now);
    }

    /**
     * Becomes what it was, also when it was ended. Errors: conflict, when the end that it had has passed, and when it has begun since and
     * had other conditions.
     */
    Silence restore(long id, Said was, Me me, Instant now) {
        var silence = find(id, me);
        me.must(needs(silence.kind()));
        if (!was.endsAt().isAfter(now)) throw Refused.conflict("signal.silence_over");
        boolean same = was.startsAt().equals(silence.startsAt())
                && was.matchers().equals(silence.matchers())
                && Objects.equals(was.service(), silence.service());
        if (!same && silence.phase(now) != Silence.Phase.PLANNED) throw Refused.conflict("signal.silence_begun");
        int wording = was.wording() == null ? 1 : was.wording();
        var reason = sql.reason(id, wording).orElse(silence.reason());
        var from = same || was.startsAt().isAfter(now) ? was.startsAt() : now;
        var draft = new SilenceDraft(silence.kind(), was.service(), was.matchers(), from, was.endsAt(), reason);
        return changed(silence, silence.version(), draft, () -> wording, me, now);
    }

    private Silence changed(
            Silence before, int seen, SilenceDraft draft, Supplier<Integer> wording, Me me, Instant now) {
        return changing(() -> {
            if (!sql.update(before.id(), seen, draft, wording.get())) throw Refused.stale("signal.silence_changed");
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

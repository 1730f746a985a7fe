package dev.qiao.asset.warranty;

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
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to warranties. Seeing is for who works here or configures, changing needs {@link Permission#DESK_CONFIGURE}. */
@Component
public class Warranties {
    /** How the journal calls a warranty. */
    public static final String KIND = "asset.warranty";

    /** So many there can be. */
    public static final int MOST = 5_000;

    private final Db db;
    private final WarrantySql sql;
    private final Services services;
    private final Journal journal;

    Warranties(Db db, WarrantySql sql, Services services, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.services = services;
        this.journal = journal;
    }

    /**
     * Those that end first come first.
     *
     * @param after from behind this one; null: from the first
     */
    public List<Warranty> list(@Nullable Warranty after, int most, Me me) {
        mustSee(me);
        return after == null
                ? sql.after(LocalDate.EPOCH, 0, most)
                : sql.after(after.draft().endsOn(), after.id(), most);
    }

    /** Those of a service, what ends first at the top. */
    public List<Warranty> ofService(long service, int most, Me me) {
        mustSee(me);
        return sql.ofService(service, most);
    }

    /** Those that it is time to see to, and these as far as there are any. */
    public List<Warranty> due(LocalDate today, Collection<Long> also) {
        return sql.due(today, also);
    }

    /** Errors: not found, also for who does not work here. */
    public Warranty find(long id, Me me) {
        if (!sees(me)) throw unknown();
        return sql.find(id).orElseThrow(Warranties::unknown);
    }

    /** Errors: invalid, naming the fields; too many. */
    public Warranty create(WarrantyDraft draft, Me me, Instant now) {
        return insert(null, draft, me, now);
    }

    /** Errors: invalid; stale when somebody changed it since {@code seen}. */
    public Warranty update(long id, int seen, WarrantyDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var checked = draft.checked();
        return db.transact(() -> {
            var before = find(id, me);
            if (!Objects.equals(before.draft().service(), checked.service())) mustServe(checked.service());
            if (!sql.update(id, seen, checked)) throw Refused.stale("asset.warranty_changed_meanwhile");
            tell(id, seen + 1, before.draft(), checked, me, now);
            return find(id, me);
        });
    }

    /** Errors: not found. */
    public void delete(long id, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        db.transact(() -> {
            var warranty = find(id, me);
            if (!sql.delete(id)) throw unknown();
            tell(id, warranty.version() + 1, warranty.draft(), null, me, now);
        });
    }

    /** One that was deleted. Errors: stale when there is one. */
    void restore(long id, WarrantyDraft draft, Me me, Instant now) {
        insert(id, draft, me, now);
    }

    private Warranty insert(@Nullable Long number, WarrantyDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var checked = draft.checked();
        mustServe(checked.service());
        return db.transact(() -> {
            if (sql.countAlone() >= MOST) throw Refused.conflict("asset.warranties_many", MOST);
            long id = sql.insert(number, checked).orElseThrow(() -> Refused.stale("asset.warranty_changed_meanwhile"));
            tell(id, 1, null, checked, me, now);
            return find(id, me);
        });
    }

    private void tell(
            long id, int version, @Nullable WarrantyDraft before, @Nullable WarrantyDraft after, Me me, Instant now) {
        var facts = Configured.of(KIND, Long.toString(id), before, after);
        journal.write(new Entry(now, me.origin(), KIND, id, version, me.id(), Audience.ADMIN, facts));
    }

    private void mustServe(@Nullable Long service) {
        if (service != null && services.find(service).filter(Service::active).isEmpty())
            throw Refused.invalid("service", "asset.warranty_no_service");
    }

    private static boolean sees(Me me) {
        return me.worksHere() || me.may(Permission.DESK_CONFIGURE);
    }

    private static void mustSee(Me me) {
        if (!sees(me)) throw Refused.forbidden("base.missing_permission", Permission.TICKET_WORK.code());
    }

    private static Refused unknown() {
        return Refused.notFound("asset.no_warranty");
    }
}

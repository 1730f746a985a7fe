package dev.qiao.signal.status;

import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The door to public pages, for administrators; what they show is in {@link Boards}. */
@Component
public class StatusPages {
    /** How the journal calls a public page; its number is the organization's. */
    public static final String KIND = "signal.status_page";

    static final int MOST = 500;

    private final Db db;
    private final StatusSql sql;
    private final Services services;
    private final Organizations organizations;
    private final Journal journal;
    private final Boards boards;

    StatusPages(Db db, StatusSql sql, Services services, Organizations organizations, Journal journal, Boards boards) {
        this.db = db;
        this.sql = sql;
        this.services = services;
        this.organizations = organizations;
        this.journal = journal;
        this.boards = boards;
    }

    public List<StatusPage> all(Me me) {
        me.must(Permission.DESK_CONFIGURE);
        return sql.all(MOST);
    }

    /** Errors: not found. */
    public StatusPage find(long organization, Me me) {
        me.must(Permission.DESK_CONFIGURE);
        return known(organization).orElseThrow(() -> Refused.notFound("signal.no_status_page"));
    }

    Optional<StatusPage> known(long organization) {
        return sql.find(organization);
    }

    /** Errors: every field that is wrong; conflict, when there is one already. */
    public StatusPage create(long organization, StatusPageDraft draft, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        if (organizations.find(organization).filter(Organization::active).isEmpty())
            throw Refused.invalid("organization", "signal.no_organization");
        var checked = checked(draft, List.of());
        return changing(organization, null, checked, me, now, () -> {
            if (sql.all(MOST).size() >= MOST) throw Refused.conflict("signal.status_pages_many", MOST);
            if (!sql.insert(organization, checked, now))
                throw Refused.invalid("organization", "signal.status_page_there");
            return true;
        });
    }

    /** Errors: every field that is wrong; stale. */
    public StatusPage update(long organization, int seen, StatusPageDraft draft, Me me, Instant now) {
        var before = find(organization, me);
        var checked = checked(draft, before.services());
        return changing(
                organization,
                StatusPageDraft.of(before),
                checked,
                me,
                now,
                () -> sql.update(organization, seen, checked));
    }

    private StatusPage changing(
            long organization,
            @Nullable StatusPageDraft before,
            StatusPageDraft after,
            Me me,
            Instant now,
            BooleanSupplier change) {
        try {
            var page = db.transact(() -> {
                if (!change.getAsBoolean()) throw Refused.stale("signal.status_changed");
                var is = sql.find(organization).orElseThrow();
                var facts = Configured.of(KIND, Long.toString(organization), before, after);
                journal.write(
                        new Entry(now, me.origin(), KIND, organization, is.version(), me.id(), Audience.ADMIN, facts));
                return is;
            });
            boards.forget();
            return page;
        } catch (DuplicateKeyException _) {
            throw Refused.invalid("slug", "signal.status_slug_taken", after.slug());
        }
    }

    /** What was chosen before stays, also when it is no longer offered. */
    private StatusPageDraft checked(StatusPageDraft draft, List<Long> before) {
        var checked = draft.checked();
        for (long id : checked.services()) {
            var service = services.find(id);
            if (service.isEmpty() || (!service.get().active() && !before.contains(id)))
                throw Refused.invalid("services", "signal.no_service");
        }
        return checked;
    }
}

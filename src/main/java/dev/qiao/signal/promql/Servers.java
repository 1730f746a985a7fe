package dev.qiao.signal.promql;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Safe;
import dev.qiao.signal.source.Pass;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The door to servers that are asked by PromQL. Seeing is for who works here, changing needs {@link Permission#DESK_CONFIGURE}. */
@Component
public class Servers {
    /** How the journal calls a server. */
    public static final String KIND = "signal.promql";

    /** So many there can be. */
    static final int MOST = 20;

    private static final String PURPOSE = "promql pass";

    private final Db db;
    private final ServerSql sql;
    private final Safe safe;
    private final Journal journal;

    Servers(Db db, ServerSql sql, Safe safe, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.safe = safe;
        this.journal = journal;
    }

    /** By name. */
    public List<Server> all(Me me) {
        mustSee(me);
        return sql.all();
    }

    /** Errors: not found. */
    public Server find(long id, Me me) {
        mustSee(me);
        return sql.find(id).orElseThrow(Servers::unknown);
    }

    /**
     * Errors: invalid, naming the fields; too many.
     *
     * @param pass what it wants to see before it answers; null: nothing
     */
    public Server create(ServerDraft draft, @Nullable Pass pass, Me me, Instant now) {
        return insert(null, draft, pass, me, now);
    }

    /** One that was deleted; what let the desk in is gone. Errors: stale when there is one. */
    void restore(long id, ServerDraft draft, Me me, Instant now) {
        insert(id, draft, null, me, now);
    }

    /**
     * Errors: invalid; stale.
     *
     * @param pass empty: as it was
     */
    public Server update(long id, int seen, ServerDraft draft, Optional<Pass> pass, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var checked = draft.checked();
        var before = find(id, me);
        // A password is for whom it was given: another address does not get to see it.
        boolean moved = !before.draft().url().equals(checked.url());
        return named(() -> {
            if (!sql.update(id, seen, checked)) throw Refused.stale("signal.changed_meanwhile");
            if (moved || pass.isPresent()) sql.seal(id, closed(id, pass.orElse(null)));
            tell(id, seen + 1, before.draft(), checked, me, now);
            return find(id, me);
        });
    }

    /** Errors: not found. */
    public void delete(long id, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        db.transact(() -> {
            var server = find(id, me);
            if (!sql.delete(id)) throw unknown();
            tell(id, server.version() + 1, server.draft(), null, me, now);
        });
    }

    /** What it wants to see. */
    Optional<Pass> pass(Server server) {
        var sealed = sql.sealed(server.id());
        if (sealed == null) return Optional.empty();
        var open = new String(safe.open(PURPOSE, server.id(), sealed), StandardCharsets.UTF_8);
        return Optional.of(new Json(open).as(Pass.class));
    }

    private Server insert(@Nullable Long number, ServerDraft draft, @Nullable Pass pass, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var checked = draft.checked();
        return named(() -> {
            if (sql.all().size() >= MOST) throw Refused.conflict("signal.promql_many", MOST);
            long id = sql.insert(number, checked).orElseThrow(() -> Refused.stale("signal.changed_meanwhile"));
            sql.seal(id, closed(id, pass));
            tell(id, 1, null, checked, me, now);
            return find(id, me);
        });
    }

    private byte @Nullable [] closed(long id, @Nullable Pass pass) {
        if (pass == null) return null;
        var open = Json.of(pass.checked()).text().getBytes(StandardCharsets.UTF_8);
        return safe.close(PURPOSE, id, open);
    }

    private Server named(Supplier<Server> change) {
        try {
            return db.transact(change);
        } catch (DuplicateKeyException _) {
            throw Refused.invalid("name", "signal.promql_name_taken");
        }
    }

    private void tell(
            long id, int version, @Nullable ServerDraft before, @Nullable ServerDraft after, Me me, Instant now) {
        var facts = Configured.of(KIND, Long.toString(id), before, after);
        journal.write(new Entry(now, me.origin(), KIND, id, version, me.id(), Audience.ADMIN, facts));
    }

    private static void mustSee(Me me) {
        if (!me.worksHere() && !me.may(Permission.DESK_CONFIGURE))
            throw Refused.forbidden("base.missing_permission", Permission.TICKET_WORK.code());
    }

    private static Refused unknown() {
        return Refused.notFound("signal.no_promql");
    }
}

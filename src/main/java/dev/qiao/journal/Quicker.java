package dev.qiao.journal;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused.Between.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who changed a thing of the configuration that a page shows, after the page was made. */
@Component
public class Quicker {
    private static final String PERSON = "person";
    private static final Set<Permission> CHANGE =
            Set.of(Permission.DESK_CONFIGURE, Permission.PEOPLE_EDIT, Permission.ADMIN);

    private record Made(long actor, Instant at) {}

    private final Db db;
    private final ObjectProvider<Naming> names;

    Quicker(Db db, ObjectProvider<Naming> names) {
        this.db = db;
        this.names = names;
    }

    /**
     * The newest change of it. Empty for what nobody changed, or somebody who has no name any more, and for whoever has nothing to
     * change there themselves.
     *
     * @param what as {@link Configured} calls the kind
     * @param code of the thing; null for all of the kind
     */
    public Optional<Change> than(Mark seen, String what, @Nullable String code, Me me) {
        if (CHANGE.stream().noneMatch(me::may)) return Optional.empty();
        return newest(seen, what, code).flatMap(made -> name(made.actor()).map(who -> new Change(who, made.at())));
    }

    private Optional<Made> newest(Mark seen, String what, @Nullable String code) {
        return db.sql("""
                select actor, at from journal.entry
                 where xid >= pg_snapshot_xmin(:seen::pg_snapshot) and not pg_visible_in_snapshot(xid, :seen::pg_snapshot)
                   and audience = 'admin' and facts ->> 'what' = :what and (:code::text is null or facts ->> 'code' = :code)
                 order by id desc limit 1
                """)
                .bind("seen", seen.snapshot())
                .bind("what", what)
                .bind("code", code)
                .optional(row -> new Made(row.number("actor"), row.instant("at")));
    }

    private Optional<String> name(long person) {
        return names.stream()
                .filter(naming -> naming.kinds().contains(PERSON))
                .findFirst()
                .flatMap(naming -> Optional.ofNullable(
                        naming.names().apply(List.of(person)).get(person)));
    }
}

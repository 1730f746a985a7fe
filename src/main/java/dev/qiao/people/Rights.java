package dev.qiao.people;

import dev.qiao.base.Coded;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What an active person may do, as the sum of their roles. Kept for a few seconds: another node's change is seen that late. */
@Component
public class Rights {
    private final Db db;
    private final Recent<Long, Me> recent = new Recent<>(10_000);

    Rights(Db db) {
        this.db = db;
    }

    /** Empty for who does not exist or was deactivated. */
    public Optional<Me> of(long person) {
        return recent.get(person, this::read);
    }

    /** The same, acting as in an import or a demonstration. */
    public Optional<Me> of(long person, Origin origin) {
        return of(person).map(me -> me.as(origin));
    }

    /** Who of these people is active and may do it, as it stands now. */
    public Set<Long> who(Collection<Long> persons, Permission permission) {
        if (persons.isEmpty()) return Set.of();
        return Set.copyOf(db.sql("""
                select distinct p.id from people.person p
                  join people.person_role g on g.person_id = p.id join people.role r on r.id = g.role_id
                 where p.id = any(:persons::bigint[]) and p.active and :permission = any(r.permissions)
                """)
                .bind("persons", persons)
                .bind("permission", permission)
                .list(row -> row.number("id")));
    }

    /** Nobody gives what they do not have, nor changes who has more; who may change roles may give anything. */
    void mustCover(Me me, Set<Permission> permissions) {
        if (me.may(Permission.ADMIN)) return;
        permissions.stream()
                .filter(permission -> !me.may(permission))
                .findFirst()
                .ifPresent(missing -> {
                    throw Refused.forbidden("base.missing_permission", missing.code());
                });
    }

    /** Whether {@link #mustCover(Me, long)} would let it be. */
    boolean covers(Me me, long person) {
        return me.may(Permission.ADMIN) || me.permissions().containsAll(held(person));
    }

    /** Like {@link #mustCover(Me, Set)}, of what a person may. */
    void mustCover(Me me, long person) {
        if (!me.may(Permission.ADMIN)) mustCover(me, held(person));
    }

    /** Also of who is inactive: whoever lets them in again, or takes their login, has it all. */
    private Set<Permission> held(long person) {
        return of(person).map(Me::permissions).orElseGet(() -> inRoles(person));
    }

    private Set<Permission> inRoles(long person) {
        return Set.copyOf(db.sql("""
                select distinct a.permission from people.person_role g join people.role r on r.id = g.role_id
                cross join lateral unnest(r.permissions) as a (permission)
                where g.person_id = :person limit 200
                """)
                .bind("person", person)
                .list(row -> Coded.of(Permission.class, "permission", row.text("permission"))));
    }

    /** Somebody's rights have changed. */
    void forget() {
        recent.forget();
    }

    private Optional<Me> read(long person) {
        return db.sql("""
                select p.id, coalesce(p.login, '') as login, p.name, coalesce(p.organization_id, 0) as organization_id,
                       p.language, p.zone,
                       array(select distinct a.permission from people.person_role g join people.role r on r.id = g.role_id
                             cross join lateral unnest(r.permissions) as a (permission)
                             where g.person_id = p.id) as permissions,
                       array(select t.id from people.team t where t.active and (t.lead_id = p.id
                             or t.id in (select m.team_id from people.team_member m where m.person_id = p.id))) as teams
                from people.person p where p.id = :person and p.active
                """).bind("person", person).optional(Rights::me);
    }

    private static Me me(Row row) {
        var permissions = EnumSet.noneOf(Permission.class);
        row.texts("permissions").forEach(code -> permissions.add(Coded.of(Permission.class, "permissions", code)));
        return new Me(
                row.number("id"),
                row.text("login"),
                row.text("name"),
                row.number("organization_id"),
                Set.copyOf(row.numbers("teams")),
                Collections.unmodifiableSet(permissions),
                Locale.forLanguageTag(row.text("language")),
                ZoneId.of(row.text("zone")),
                Origin.LIVE);
    }
}

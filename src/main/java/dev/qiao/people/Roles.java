package dev.qiao.people;

import static java.util.stream.Collectors.joining;

import dev.qiao.base.Coded;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.journal.Configured;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Roles and who holds them. Nobody gives what they do not have, and the last administrator stays one. */
@Component
public class Roles {
    private static final String ROLE = "select r.id, r.code, r.name, r.permissions, r.version from people.role r ";

    private static final String MANAGER = "manager";
    private static final int MOST_MANAGERS = 10;

    /** A role as the audit shows it. */
    public record Said(@Nullable String name, List<String> permissions) {
        static Said of(@Nullable String name, Set<Permission> permissions) {
            return new Said(
                    name, permissions.stream().sorted().map(Permission::code).toList());
        }

        public Set<Permission> allowed() {
            var allowed = EnumSet.noneOf(Permission.class);
            permissions.forEach(code -> allowed.add(Coded.of(Permission.class, "permissions", code)));
            return allowed;
        }
    }

    /** What somebody holds, as the audit shows it. */
    public record Held(List<String> roles) {
        static Held of(Collection<String> codes) {
            return new Held(codes.stream().sorted().toList());
        }
    }

    private final Db db;
    private final Rights rights;
    private final Ledger ledger;

    Roles(Db db, Rights rights, Ledger ledger) {
        this.db = db;
        this.rights = rights;
        this.ledger = ledger;
    }

    /** The shipped ones first. */
    public List<Role> all() {
        return db.sql(ROLE + "order by r.id limit 200").list(Roles::role);
    }

    /** The role with this code. */
    public Optional<Role> byCode(String code) {
        return db.sql(ROLE + "where r.code = :code").bind("code", code).optional(Roles::role);
    }

    /** What a person holds. */
    public List<Role> of(long person) {
        return db.sql(ROLE + "join people.person_role g on g.role_id = r.id where g.person_id = :person order by r.id")
                .bind("person", person)
                .list(Roles::role);
    }

    /** Active persons who hold this role; at most 500. */
    public List<Long> holders(String code) {
        return db.sql("""
                select g.person_id from people.person_role g
                join people.role r on r.id = g.role_id join people.person p on p.id = g.person_id
                where r.code = :code and p.active order by g.person_id limit 500
                """).bind("code", code).list(row -> row.number("person_id"));
    }

    /** Who is told where nobody nearer can be: above a team that nobody leads, and of a service that nobody owns. */
    public List<Long> managers() {
        return holders(MANAGER).stream().limit(MOST_MANAGERS).toList();
    }

    /** Makes a role. Errors: forbidden; a code that is taken or malformed; rights that the maker does not have. */
    public Role add(String code, String name, Set<Permission> permissions, Me me, Instant now) {
        me.must(Permission.ADMIN);
        var wrong = new Wrong();
        var checked = wrong.code("code", code);
        var called = wrong.text("name", name, 1, 60);
        wrong.refuse();
        return db.transact(() -> {
            if (byCode(checked).isPresent()) throw Refused.invalid("code", "people.code_taken");
            var role = db.sql("""
                    insert into people.role (code, name, permissions) values (:code, :name, :permissions::text[])
                    returning id, code, name, permissions, version
                    """)
                    .bind("code", checked)
                    .bind("name", called)
                    .bind("permissions", permissions)
                    .one(Roles::role);
            var facts = Configured.of("people.role", checked, null, Said.of(called, permissions));
            ledger.note(Ledger.ROLE, role.id(), role.version(), me, now, facts);
            return role;
        });
    }

    /** Changes what a role allows. */
    public void edit(String code, @Nullable String name, Set<Permission> permissions, int version, Me me, Instant now) {
        me.must(Permission.ADMIN);
        var wrong = new Wrong();
        var called = wrong.optional("name", name, 60);
        wrong.refuse();
        db.transact(() -> {
            var role = byCode(code).orElseThrow(() -> Refused.notFound("people.no_role"));
            keepingAdministrator(() -> update(role, called, permissions, version));
            rights.forget();
            var before = Said.of(role.name(), role.permissions());
            var facts = Configured.of("people.role", code, before, Said.of(called, permissions));
            ledger.note(Ledger.ROLE, role.id(), version + 1, me, now, facts);
        });
    }

    /** Gives a person exactly these roles. */
    public void grant(long person, Set<String> codes, Me me, Instant now) {
        me.must(Permission.PEOPLE_EDIT);
        db.transact(() -> {
            rights.mustCover(me, person);
            var roles = known(codes, me);
            var before = of(person).stream().map(Role::code).toList();
            keepingAdministrator(() -> give(List.of(person), roles));
            rights.forget();
            var facts = Configured.of("people.roles", Long.toString(person), Held.of(before), Held.of(codes));
            ledger.note(Ledger.PERSON, person, 0, me, now, facts);
        });
    }

    /** What the journal says of the roles with which somebody is made known; empty when there are none. */
    static Optional<Configured> begins(long person, List<Role> given) {
        var held = Held.of(given.stream().map(Role::code).toList());
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(Configured.of("people.roles", Long.toString(person), Held.of(List.of()), held));
    }

    /** The roles of these codes, if I may give them. Errors: forbidden; an unknown role. */
    public List<Role> known(Set<String> codes, Me me) {
        var roles = all().stream().filter(role -> codes.contains(role.code())).toList();
        if (roles.size() < codes.size()) {
            throw Refused.invalid(
                    "roles",
                    "people.no_such_role",
                    all().stream().map(Role::code).collect(joining(", ")));
        }
        roles.forEach(role -> rights.mustCover(me, role.permissions()));
        return roles;
    }

    void give(Collection<Long> persons, List<Role> roles) {
        db.sql("delete from people.person_role where person_id = any(:persons::bigint[])")
                .bind("persons", persons)
                .update();
        db.sql("""
                insert into people.person_role (person_id, role_id)
                select p, r from unnest(:persons::bigint[]) as p cross join unnest(:roles::bigint[]) as r
                """)
                .bind("persons", persons)
                .bind("roles", Db.column(roles, Role::id))
                .update();
    }

    /** Errors: conflict, when by this change nobody active could change roles any more. Two such changes wait for each other. */
    void keepingAdministrator(Runnable change) {
        lockAdministrators();
        int before = administrators();
        change.run();
        if (before > 0 && administrators() == 0) throw Refused.conflict("people.last_administrator");
    }

    void lockAdministrators() {
        db.sql("select pg_advisory_xact_lock(hashtext('people.administrator'))::text as locked")
                .list(row -> row.text("locked"));
    }

    /** How many active persons may change roles: 0 is a desk that nobody has taken over yet. */
    int administrators() {
        return db.sql("""
                select count(*)::int as n from people.person p where p.active and exists
                    (select from people.person_role g join people.role r on r.id = g.role_id
                     where g.person_id = p.id and 'admin' = any(r.permissions))
                """).one(row -> row.integer("n"));
    }

    private void update(Role role, @Nullable String name, Set<Permission> permissions, int version) {
        int rows = db.sql("""
                update people.role set name = :name, permissions = :permissions::text[], version = version + 1
                where id = :id and version = :version
                """)
                .bind("name", name)
                .bind("permissions", permissions)
                .bind("id", role.id())
                .bind("version", version)
                .update();
        if (rows == 0) throw Refused.stale("people.stale");
    }

    private static Role role(Row row) {
        var permissions = EnumSet.noneOf(Permission.class);
        row.texts("permissions").forEach(code -> permissions.add(Coded.of(Permission.class, "permissions", code)));
        return new Role(
                row.number("id"),
                row.text("code"),
                row.textOrNull("name"),
                Collections.unmodifiableSet(permissions),
                row.integer("version"));
    }
}

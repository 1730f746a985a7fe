package dev.qiao.people;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.journal.Configured;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Departments and clients. */
@Component
public class Organizations {
    private static final String ORGANIZATION = "select id, code, name, vip, active, version from people.organization ";

    /** An organization as the audit shows it. */
    public record Said(String name, boolean vip, boolean active) {}

    private final Db db;
    private final Ledger ledger;

    Organizations(Db db, Ledger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    /** The organization with this number. */
    public Optional<Organization> find(long id) {
        return db.sql(ORGANIZATION + "where id = :id").bind("id", id).optional(Organizations::organization);
    }

    /** Those that exist, by number. */
    public Map<Long, Organization> of(Collection<Long> ids) {
        if (ids.isEmpty()) return Map.of();
        return db
                .sql(ORGANIZATION + "where id = any(:ids::bigint[])")
                .bind("ids", ids)
                .list(Organizations::organization)
                .stream()
                .collect(toMap(Organization::id, identity()));
    }

    /** The organization with this code. */
    public Optional<Organization> byCode(String code) {
        return db.sql(ORGANIZATION + "where code = :code").bind("code", code).optional(Organizations::organization);
    }

    /** In the order of codes, from just after this one. */
    public List<Organization> page(String after, int limit) {
        return db.sql(ORGANIZATION + "where code > :after order by code limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .list(Organizations::organization);
    }

    /** Makes one. Errors: forbidden; a code or name that is taken, malformed or too long. */
    public Organization add(String code, String name, boolean vip, Me me, Instant now) {
        me.must(Permission.PEOPLE_EDIT);
        var wrong = new Wrong();
        var checked = wrong.code("code", code);
        var called = wrong.text("name", name, 1, 100);
        wrong.refuse();
        return db.transact(() -> {
            var added = Taken.refused(() -> db.sql("""
                    insert into people.organization (code, name, vip) values (:code, :name, :vip)
                    returning id, code, name, vip, active, version
                    """)
                    .bind("code", checked)
                    .bind("name", called)
                    .bind("vip", vip)
                    .one(Organizations::organization));
            var facts = Configured.of("people.organization", checked, null, new Said(called, vip, true));
            ledger.note(Ledger.ORGANIZATION, added.id(), added.version(), me, now, facts);
            return added;
        });
    }

    /** The code stays. Errors: stale, when somebody else was faster. */
    public void edit(String code, String name, boolean vip, boolean active, int version, Me me, Instant now) {
        me.must(Permission.PEOPLE_EDIT);
        var wrong = new Wrong();
        var called = wrong.text("name", name, 1, 100);
        wrong.refuse();
        var before = byCode(code).orElseThrow(() -> Refused.notFound("people.no_organization"));
        db.transact(() -> {
            int rows = db.sql("""
                    update people.organization set name = :name, vip = :vip, active = :active, version = version + 1
                    where id = :id and version = :version
                    """)
                    .bind("name", called)
                    .bind("vip", vip)
                    .bind("active", active)
                    .bind("id", before.id())
                    .bind("version", version)
                    .update();
            if (rows == 0) throw Refused.stale("people.stale");
            var was = new Said(before.name(), before.vip(), before.active());
            var facts = Configured.of("people.organization", code, was, new Said(called, vip, active));
            ledger.note(Ledger.ORGANIZATION, before.id(), version + 1, me, now, facts);
        });
    }

    private static Organization organization(Row row) {
        return new Organization(
                row.number("id"),
                row.text("code"),
                row.text("name"),
                row.yes("vip"),
                row.yes("active"),
                row.integer("version"));
    }
}

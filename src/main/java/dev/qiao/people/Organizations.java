package dev.qiao.people;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Departments and clients. */
@Component
public class Organizations {
    private static final String ORGANIZATION = "select id, code, name, vip, active, version from people.organization ";

    private final Db db;

    Organizations(Db db) {
        this.db = db;
    }

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

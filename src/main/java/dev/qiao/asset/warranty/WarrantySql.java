package dev.qiao.asset.warranty;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of warranties. */
@Repository
class WarrantySql {
    private static final String WARRANTY =
            "select id, version, name, service_id, supplier, contract, ends_on, notice_days, note from asset.warranty ";

    private final Db db;

    WarrantySql(Db db) {
        this.db = db;
    }

    /** Those that end first come first. */
    List<Warranty> after(LocalDate day, long id, int most) {
        return db.sql(WARRANTY + "where (ends_on, id) > (:day::date, :id) order by ends_on, id limit :most")
                .bind("day", day)
                .bind("id", id)
                .bind("most", most)
                .list(WarrantySql::warranty);
    }

    List<Warranty> ofService(long service, int most) {
        return db.sql(WARRANTY + "where service_id = :service order by ends_on, id limit :most")
                .bind("service", service)
                .bind("most", most)
                .list(WarrantySql::warranty);
    }

    /** Those whose time to see to it has come, and these. */
    List<Warranty> due(LocalDate today, Collection<Long> also) {
        return db.sql(WARRANTY + """
                 where ends_on - notice_days <= :today::date or id = any(:also::bigint[]) order by ends_on, id limit :most
                """)
                .bind("today", today)
                .bind("also", also)
                .bind("most", Warranties.MOST)
                .list(WarrantySql::warranty);
    }

    Optional<Warranty> find(long id) {
        return db.sql(WARRANTY + "where id = :id").bind("id", id).optional(WarrantySql::warranty);
    }

    Map<Long, String> names(Collection<Long> ids) {
        record Named(long id, String name) {}
        return db
                .sql("select id, name from asset.warranty where id = any(:ids::bigint[])")
                .bind("ids", ids)
                .list(row -> new Named(row.number("id"), row.text("name")))
                .stream()
                .collect(Collectors.toMap(Named::id, Named::name));
    }

    /** By one maker at a time, so that their number is certain. */
    long countAlone() {
        db.sql("lock table asset.warranty in share row exclusive mode").update();
        return db.sql("select count(*) as n from asset.warranty").one(row -> row.number("n"));
    }

    /**
     * Nothing where there is one with that number.
     *
     * @param id null: the next
     */
    Optional<Long> insert(@Nullable Long id, WarrantyDraft draft) {
        return bound("""
                insert into asset.warranty (id, name, service_id, supplier, contract, ends_on, notice_days, note)
                values (coalesce(:id::bigint, nextval('asset.warranty_id')), :name, :service::bigint, :supplier, :contract,
                        :endsOn::date, :noticeDays, :note)
                on conflict (id) do nothing returning id
                """, draft).bind("id", id).optional(row -> row.number("id"));
    }

    /** False when somebody was faster. */
    boolean update(long id, int seen, WarrantyDraft draft) {
        return bound("""
                        update asset.warranty
                           set name = :name, service_id = :service::bigint, supplier = :supplier, contract = :contract,
                               ends_on = :endsOn::date, notice_days = :noticeDays, note = :note, version = version + 1
                         where id = :id and version = :seen
                        """, draft).bind("id", id).bind("seen", seen).update() == 1;
    }

    boolean delete(long id) {
        return db.sql("delete from asset.warranty where id = :id")
                        .bind("id", id)
                        .update()
                == 1;
    }

    private Db.Query bound(String text, WarrantyDraft draft) {
        return db.sql(text)
                .bind("name", draft.name())
                .bind("service", draft.service())
                .bind("supplier", draft.supplier())
                .bind("contract", draft.contract())
                .bind("endsOn", draft.endsOn())
                .bind("noticeDays", draft.noticeDays())
                .bind("note", draft.note());
    }

    private static Warranty warranty(Row row) {
        return new Warranty(
                row.number("id"),
                row.integer("version"),
                new WarrantyDraft(
                        row.text("name"),
                        row.numberOrNull("service_id"),
                        row.text("supplier"),
                        row.text("contract"),
                        row.date("ends_on"),
                        row.integer("notice_days"),
                        row.text("note")));
    }
}

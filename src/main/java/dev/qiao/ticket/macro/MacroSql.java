package dev.qiao.ticket.macro;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Row;
import dev.qiao.ticket.deed.Order;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The macros of the desk. */
@Repository
class MacroSql {
    private static final String COLUMNS = "id, team_id, name, orders::text as orders, active";
    private static final int MOST = 500;

    private final Db db;

    MacroSql(Db db) {
        this.db = db;
    }

    List<Macro> all() {
        return db.sql("select " + COLUMNS + " from ticket.macro order by name, id limit :most")
                .bind("most", MOST)
                .list(MacroSql::macro);
    }

    Optional<Macro> find(long id) {
        return db.sql("select " + COLUMNS + " from ticket.macro where id = :id")
                .bind("id", id)
                .optional(MacroSql::macro);
    }

    long store(Macro m) {
        var statement = m.id() == 0 ? db.sql("""
                        insert into ticket.macro (team_id, name, orders, active)
                        values (:team::bigint, :name, :orders::jsonb, :active) returning id
                        """) : db.sql("""
                        update ticket.macro set team_id = :team::bigint, name = :name, orders = :orders::jsonb, active = :active
                         where id = :id returning id
                        """).bind("id", m.id());
        return statement
                .bind("team", m.team())
                .bind("name", m.name())
                .bind("orders", Json.of(m.orders()).text())
                .bind("active", m.active())
                .one(row -> row.number("id"));
    }

    private static Macro macro(Row row) {
        return new Macro(
                row.number("id"),
                row.numberOrNull("team_id"),
                row.text("name"),
                Arrays.asList(row.json("orders").as(Order[].class)),
                row.yes("active"));
    }
}

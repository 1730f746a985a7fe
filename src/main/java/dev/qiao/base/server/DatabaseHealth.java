package dev.qiao.base.server;

import dev.qiao.base.Db;
import dev.qiao.base.Health;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Whether the database answers, and whether it keeps our own requests from rewriting the past. */
@Component
class DatabaseHealth implements Health {
    private final Db db;
    private final Database database;

    DatabaseHealth(Db db, Database database) {
        this.db = db;
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Finding look() {
        if (!database.up())
            return Finding.down("restarting", "the database is being started again")
                    .with(up(0));
        try {
            return (appendOnly()
                            ? Finding.well("enforced", "append-only enforced")
                            : Finding.worrying("not_enforced", "append-only not enforced"))
                    .with(up(1));
        } catch (DataAccessException | TransactionException _) {
            return Finding.down("silent", "the database does not answer").with(up(0));
        }
    }

    private static Map<String, Double> up(double value) {
        return Map.of("up", value);
    }

    /** Whoever has the owner's rights could grant itself any other. */
    private boolean appendOnly() {
        return db.sql("""
                select not pg_has_role(current_user, nspowner, 'usage') as enforced
                from pg_namespace where nspname = 'base'
                """).one(row -> row.yes("enforced"));
    }
}

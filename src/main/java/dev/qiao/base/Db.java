package dev.qiao.base;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The one handle to the database: SQL in text blocks, values bound by name, rows read through {@link Row}. */
public final class Db {
    private final JdbcClient client;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;

    public Db(JdbcClient client, PlatformTransactionManager transactions) {
        this.client = client;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** A statement with its places to bind; it runs in the transaction that is open, or in one of its own. */
    public Query sql(String text) {
        return new Query(client.sql(text));
    }

    /** Everything inside happens or nothing does; a call inside another joins it. */
    public <T extends @Nullable Object> T transact(Supplier<T> work) {
        return transaction.execute(_ -> work.get());
    }

    /** All or nothing; within a transaction it joins that one. */
    public void transact(Runnable work) {
        transaction.executeWithoutResult(_ -> work.run());
    }

    /** Does all of it and keeps nothing: shows whether it would be refused. */
    public void rehearse(Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    /** Reads several statements from one moment of the database. */
    public <T extends @Nullable Object> T snapshot(Supplier<T> work) {
        return snapshot.execute(_ -> work.get());
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Row row);
    }

    /** One statement with its values. Arrays are bound whole: write {@code = any(:ids::bigint[])}, never {@code in (…)}. */
    public static final class Query {
        private JdbcClient.StatementSpec statement;

        private Query(JdbcClient.StatementSpec statement) {
            this.statement = statement;
        }

        /** Instants, enums, {@link Coded} words, collections and nulls go in as they are; an untyped null needs a cast in the SQL. */
        public Query bind(String name, @Nullable Object value) {
            statement = statement.param(name, Bound.of(value));
            return this;
        }

        public <T> List<T> list(Reading<T> reading) {
            return statement.query((row, _) -> reading.read(new Row(row))).list();
        }

        public <T> Optional<T> optional(Reading<T> reading) {
            return statement.query((row, _) -> reading.read(new Row(row))).optional();
        }

        /** Exactly one row, or an IllegalState: the statement promised one. */
        public <T> T one(Reading<T> reading) {
            var rows = list(reading);
            if (rows.size() != 1) throw new IllegalStateException("expected one row, got " + rows.size());
            return rows.getFirst();
        }

        /** The number of rows written. */
        public int update() {
            return statement.update();
        }

        /** Writes exactly one row: anything else is a lost update or a bug. */
        public void updateOne() {
            int rows = update();
            if (rows != 1) throw new IllegalStateException("expected to write one row, wrote " + rows);
        }
    }

    /** Rows that a collection needs in {@code unnest(…)}: the column of one field. */
    public static <T> List<@Nullable Object> column(
            Collection<T> rows, java.util.function.Function<T, @Nullable Object> field) {
        return new java.util.ArrayList<>(rows.stream().map(field).toList());
    }
}

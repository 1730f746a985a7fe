package dev.qiao.admin.backup;

import dev.qiao.admin.backup.Manifest.Table;
import dev.qiao.journal.Positions;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Writes all rows as of one moment. The transaction only reads, so it has no number of its own and holds up no reader of the journal;
 * it holds up whoever wants to change tables, and the journal waits with its partitions.
 */
final class Dump implements AutoCloseable {
    private static final int LEVEL = 3;

    private final Connection connection;
    private final Progress progress;
    private final Manifest start;

    private Dump(Connection connection, Progress progress, Manifest start) {
        this.connection = connection;
        this.progress = progress;
        this.start = start;
    }

    /** Takes hold of this moment. */
    static Dump begin(DataSource owner, String qiao, Instant now, Progress progress) throws SQLException {
        var connection = owner.getConnection();
        try {
            patient(connection);
            Positions.hold(connection);
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var schema = new Schema(connection);
            var known = schema.tables();
            connection.rollback();
            hold(connection, known);
            return new Dump(connection, progress, start(connection, schema, qiao, now));
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    static void patient(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, 0);
        try (var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = 0");
            statement.execute("set idle_in_transaction_session_timeout = 0");
            statement.execute("set lock_timeout = '60s'");
        }
    }

    /** Before the snapshot is taken, so that no table that it shows can change its shape or be dropped. */
    private static void hold(Connection connection, List<Table> tables) throws SQLException {
        if (tables.isEmpty()) return;
        var names = tables.stream().map(Table::name).collect(Collectors.joining(", "));
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + names + " in access share mode");
        }
    }

    private static Manifest start(Connection connection, Schema schema, String qiao, Instant now) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select pg_current_snapshot()::text, current_setting('server_version_num')::int / 10000")) {
            row.next();
            return new Manifest(
                    Manifest.FORMAT,
                    qiao,
                    now,
                    row.getString(1),
                    row.getInt(2),
                    Migrations.applied(connection),
                    schema.tables(),
                    List.of(),
                    schema.partitions(),
                    0,
                    0,
                    0,
                    List.of());
        }
    }

    /** Returns what was written, with the rows that were counted. */
    Manifest write(ArchiveWriter archive) throws SQLException, IOException {
        var runs = Positions.runs(connection);
        var schema = new Schema(connection);
        var transactions = new HashSet<>(schema.transactions());
        long all = start.rows();
        long done = 0;
        var written = new ArrayList<Table>();
        for (var table : start.tables()) {
            var rows = write(table, transactions, runs, done, all, archive);
            done += rows;
            written.add(new Table(table.name(), table.columns(), rows));
        }
        // Sequences obey no snapshot: read last, they are never behind the rows.
        return new Manifest(
                start.format(),
                start.qiao(),
                start.madeAt(),
                start.point(),
                start.postgres(),
                start.migrations(),
                written,
                schema.sequences(),
                start.partitions(),
                runs.size(),
                0,
                0,
                List.of());
    }

    private long write(
            Table table, Set<String> transactions, List<String> runs, long before, long all, ArchiveWriter archive)
            throws SQLException, IOException {
        var columns = table.columns().stream()
                .map(column ->
                        transactions.contains(table.name() + "." + column) ? Positions.run(column, runs) : column)
                .collect(Collectors.joining(", "));
        var copy = "copy (select %s from %s) to stdout".formatted(columns, table.name());
        try (var out = archive.entry(table.entry(), LEVEL)) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(copy, new Counted(out, before, all, progress));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** The driver writes row by row. */
    private static final class Counted extends FilterOutputStream {
        private final long all;
        private final Progress progress;
        private long rows;

        Counted(OutputStream out, long before, long all, Progress progress) {
            super(out);
            this.rows = before;
            this.all = all;
            this.progress = progress;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            progress.at(Progress.Step.TABLES, ++rows, all);
        }
    }
}

package dev.qiao.admin.backup;

import dev.qiao.admin.backup.Manifest.Table;
import dev.qiao.base.Refused;
import dev.qiao.journal.Positions;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** Puts the rows of a backup into a database whose schema is as it was then: all in one transaction. */
final class Load {
    private static final int BUFFER = 1 << 16;

    private final Connection connection;
    private final Manifest manifest;
    private final ArchiveReader archive;
    private final Progress progress;
    private long done;

    Load(Connection connection, Manifest manifest, ArchiveReader archive, Progress progress) {
        this.connection = connection;
        this.manifest = manifest;
        this.archive = archive;
        this.progress = progress;
    }

    /** Foreign keys and indexes are made anew at the end: that is quicker, and proves that the rows hold together. */
    void run() throws SQLException, IOException {
        Dump.patient(connection);
        connection.setAutoCommit(false);
        execute("set local maintenance_work_mem = '128MB'");
        var schema = new Schema(connection);
        var fixtures = schema.fixtures();
        for (var fixture : fixtures) execute(fixture.off());
        // What the migrations put there came back with the rows, perhaps changed since.
        execute("truncate " + schema.tables().stream().map(Table::name).collect(Collectors.joining(", ")) + " cascade");
        makePartitions(schema);
        for (var table : manifest.tables()) load(table);
        for (int i = fixtures.size() - 1; i >= 0; i--) {
            execute(fixtures.get(i).on());
            progress.at(Progress.Step.INDEXING, fixtures.size() - i, fixtures.size());
        }
        setSequences();
        connection.commit();
        connection.setAutoCommit(true);
        Positions.rise(connection, manifest.runs());
        execute("analyze");
    }

    private void makePartitions(Schema schema) throws SQLException {
        var there = new HashSet<String>();
        schema.partitions().forEach(partition -> there.add(partition.name()));
        for (var partition : manifest.partitions()) {
            if (!there.contains(partition.name()))
                execute("create table %s partition of %s %s"
                        .formatted(partition.name(), partition.parent(), partition.bound()));
        }
    }

    private void load(Table table) throws SQLException, IOException {
        var copy = "copy %s (%s) from stdin".formatted(table.name(), String.join(", ", table.columns()));
        try (var in = archive.open(table.entry())) {
            long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new Counted(in), BUFFER);
            if (rows != table.rows()) throw Refused.invalid("file", "admin.backup.damaged", table.entry());
        }
    }

    private void setSequences() throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
            for (var sequence : manifest.sequences()) {
                statement.setString(1, sequence.name());
                statement.setLong(2, sequence.last());
                statement.execute();
            }
        }
    }

    private void execute(String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** In text format a line is a row. */
    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            for (int i = offset; i < offset + read; i++) if (bytes[i] == '\n') done++;
            progress.at(Progress.Step.LOADING, done, manifest.rows());
            return read;
        }
    }
}

package dev.qiao.journal;

import dev.qiao.base.Json;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A transaction of somebody else, driven step by step. */
final class Steps implements AutoCloseable {
    private final Connection connection;

    Steps(DataSource source) throws SQLException {
        connection = source.getConnection();
        connection.setAutoCommit(false);
        run("select pg_current_xact_id()");
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void write(String kind, long subject) throws SQLException {
        run("""
                insert into journal.entry (at, origin, kind, subject, version, act, actor, audience, facts)
                values (now(), 'live', '%s', %d, 1, 'note.taken', 0, 'public', '%s')
                """.formatted(kind, subject, Json.of(new NoteTaken("x")).text()));
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}

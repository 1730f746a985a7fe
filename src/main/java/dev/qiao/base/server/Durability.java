package dev.qiao.base.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** What was acknowledged must survive a power cut. The server is asked whether it keeps that promise; else the desk does not serve. */
final class Durability {
    private static final List<String> MUST_BE_ON = List.of("fsync", "full_page_writes", "synchronous_commit");
    private static final int OLDEST = 15;

    private Durability() {}

    static void prove(DataSource source) {
        try (var connection = source.getConnection()) {
            int version = Integer.parseInt(show(connection, "server_version_num")) / 10_000;
            if (version < OLDEST)
                throw new CannotServe(
                        "The database is PostgreSQL " + version + "; it must be " + OLDEST + " or newer.");
            for (var name : MUST_BE_ON) {
                var value = show(connection, name);
                if (value.equals("off"))
                    throw new CannotServe(
                            "The database runs with " + name + " = off, so it could forget what it acknowledged.");
            }
        } catch (SQLException e) {
            throw new CannotServe("The database cannot be reached: " + e.getMessage(), e);
        }
    }

    private static String show(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }
}

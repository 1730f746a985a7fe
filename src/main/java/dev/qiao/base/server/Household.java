package dev.qiao.base.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** What our own server holds: one database, its owner (who migrates) and the application (who may only do what it was granted). */
final class Household {
    static final String DATABASE = "qiao";
    static final String OWNER = "qiao_owner";
    static final String APP = "qiao_app";

    private Household() {}

    static void prepare(int port, Passwords passwords) {
        try (var server = connect(port, "postgres", "postgres", passwords.superuser())) {
            role(server, OWNER, passwords.owner());
            role(server, APP, passwords.app());
            if (!exists(server, "select 1 from pg_database where datname = '" + DATABASE + "'"))
                run(server, "create database " + DATABASE + " owner " + OWNER);
        } catch (SQLException e) {
            throw new CannotServe(
                    "The database server in the data folder does not answer as ours: " + e.getMessage(), e);
        }
    }

    private static void role(Connection server, String name, String password) throws SQLException {
        if (!exists(server, "select 1 from pg_roles where rolname = '" + name + "'"))
            run(server, "create role " + name + " login password '" + password + "'");
    }

    private static Connection connect(int port, String database, String user, String password) throws SQLException {
        var login = new Properties();
        login.put("user", user);
        login.put("password", password);
        login.put("connectTimeout", "10");
        login.put("socketTimeout", "60");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, login);
    }

    private static boolean exists(Connection server, String query) throws SQLException {
        try (var statement = server.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void run(Connection server, String command) throws SQLException {
        try (var statement = server.createStatement()) {
            statement.execute(command);
        }
    }
}

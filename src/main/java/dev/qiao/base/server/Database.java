package dev.qiao.base.server;

import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the rows are kept, reached as the owner (who migrates) and as the application (who may only do what it was granted). */
public sealed interface Database extends AutoCloseable {
    DataSource owner();

    DataSource app();

    /** The application's role, for the grants in the migrations. */
    String appRole();

    /** Whether it can be asked at this moment, as far as we know. */
    boolean up();

    @Override
    void close();

    /** The one that the settings name, or our own in the data folder: started, reachable and durable. Errors: {@link CannotServe}. */
    static Database of(Settings settings) {
        var app = settings.given(Setting.DATABASE_URL);
        var owner = settings.given(Setting.DATABASE_OWNER_URL);
        var database = app.isEmpty() && owner.isEmpty()
                ? new Embedded(Postgres.on(settings.data()))
                : new External(
                        Login.parse(
                                Setting.DATABASE_OWNER_URL.variable(),
                                owner.or(() -> app).orElseThrow()),
                        Login.parse(
                                Setting.DATABASE_URL.variable(),
                                app.or(() -> owner).orElseThrow()));
        try {
            Durability.prove(database.app());
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Our own server. Its port may change when it is started again, so every connection asks for it. */
    record Embedded(Postgres server) implements Database {
        @Override
        public DataSource owner() {
            return source(Household.OWNER, server.passwords().owner());
        }

        @Override
        public DataSource app() {
            return source(Household.APP, server.passwords().app());
        }

        @Override
        public String appRole() {
            return Household.APP;
        }

        @Override
        public boolean up() {
            return server.up();
        }

        @Override
        public void close() {
            server.close();
        }

        private DataSource source(String user, String password) {
            var source = new MovingSource(server::port);
            source.setURL("jdbc:postgresql://127.0.0.1/" + Household.DATABASE);
            return bounded(source, user, password);
        }
    }

    /** Somebody's server. */
    record External(Login ownerLogin, Login appLogin) implements Database {
        @Override
        public DataSource owner() {
            return source(ownerLogin);
        }

        @Override
        public DataSource app() {
            return source(appLogin);
        }

        @Override
        public String appRole() {
            return appLogin.user();
        }

        @Override
        public boolean up() {
            return true;
        }

        @Override
        public void close() {}

        private static DataSource source(Login login) {
            var source = new PGSimpleDataSource();
            source.setURL(login.url());
            return bounded(source, login.user(), login.password());
        }
    }

    private static DataSource bounded(PGSimpleDataSource source, String user, String password) {
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("qiao");
        source.setConnectTimeout(5);
        source.setLoginTimeout(10);
        source.setSocketTimeout(120);
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        return source;
    }
}

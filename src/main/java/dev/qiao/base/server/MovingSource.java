package dev.qiao.base.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.IntSupplier;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to a server whose port may be another one after it was started again. */
final class MovingSource extends PGSimpleDataSource {
    private final transient IntSupplier port;

    MovingSource(IntSupplier port) {
        this.port = port;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        synchronized (this) {
            setPortNumbers(new int[] {port.getAsInt()});
        }
        return super.getConnection(user, password);
    }
}

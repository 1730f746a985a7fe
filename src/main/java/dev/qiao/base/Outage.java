package dev.qiao.base;

import java.sql.SQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is away from a statement that is wrong. */
public final class Outage {
    private Outage() {}

    /** Nobody's data is to blame: the same will succeed when the database is well again. */
    public static boolean is(Throwable failure) {
        return lost(failure) || state(failure, "53");
    }

    /** The connection is gone, so nobody said whether the transaction was committed. */
    public static boolean lost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException || cause instanceof TransactionSystemException)
                return true;
        }
        return state(failure, "08") || state(failure, "57P");
    }

    private static boolean state(Throwable failure, String start) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(start)) return true;
        }
        return false;
    }
}

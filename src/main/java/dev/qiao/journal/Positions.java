package dev.qiao.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries positions in the journal from one server to another. The numbers of transactions mean nothing there: those of a busy server
 * would lie in the future of a new one, so that readers would wait for ever and then pass over what is written meanwhile. What counts
 * is only the order (xid, id). So each transaction gets the number of its run: a run ends where, in that order, an id falls. Within a
 * run ids rise, so (run, id) orders everything as (xid, id) did, with as few numbers as can be.
 */
public final class Positions {
    private Positions() {}

    /** Until the connection is closed no partition comes or goes; the journal does that the next time. */
    public static void hold(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock_shared(hashtext('journal.prepare'))");
        }
    }

    /** The transactions with which a run begins, but for the first, rising as numbers and not as texts; as seen by this connection's transaction. */
    public static List<String> runs(Connection snapshot) throws SQLException {
        var starts = new ArrayList<String>();
        try (var statement = snapshot.createStatement()) {
            statement.setFetchSize(10_000);
            try (var rows = statement.executeQuery("""
                    select xid::text from (
                        select xid, id, lag(id) over (order by xid, id) as before from (
                            select xid, id from journal.entry
                            union all select xid, id from journal.cursor
                            union all select xid, id from journal.parked
                            union all (select from_xid, from_id from journal.seal order by number limit 1)
                        ) as position
                    ) as step
                    where id < before order by step.xid
                    """)) {
                while (rows.next()) starts.add(rows.getString(1));
            }
        }
        return starts;
    }

    /** The number of the run that a transaction belongs to, counted from 0, as an expression over a column of type {@code xid8}. */
    public static String run(String column, List<String> runs) {
        return "width_bucket(%s, '{%s}'::xid8[])::text::xid8".formatted(column, String.join(",", runs));
    }

    /** Uses up numbers of transactions until every one to come is above all runs. Not within a transaction. */
    public static void rise(Connection owner, int runs) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("set synchronous_commit = off");
            statement.execute("""
                    do $$ begin
                        while pg_current_xact_id() <= '%d'::xid8 loop
                            commit;
                        end loop;
                    end $$
                    """.formatted(runs));
            statement.execute("reset synchronous_commit");
        }
    }
}

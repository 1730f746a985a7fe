package dev.qiao.journal;

import dev.qiao.base.Db;
import dev.qiao.base.Health;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** How far the readers are behind, who holds them up, and what they left lying. */
@Component
class JournalHealth implements Health {
    private static final double LONG_SECONDS = 10;
    private static final double FAR = 10_000;

    private final Db db;
    private final Readers readers;

    JournalHealth(Db db, Readers readers) {
        this.db = db;
        this.readers = readers;
    }

    private record Horizon(double seconds, String holder) {}

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public Finding look() {
        try {
            var figures = new TreeMap<>(readers.behind());
            boolean far = figures.values().stream().anyMatch(n -> n >= FAR);
            var horizon = horizon();
            double parked = parked();
            figures.put("horizon_age_seconds", horizon.seconds());
            figures.put("parked", parked);
            return finding(horizon, parked, far).with(figures);
        } catch (DataAccessException | TransactionException _) {
            return Finding.worrying("unread", "the journal cannot be read").with(Map.of());
        }
    }

    private static Finding finding(Horizon horizon, double parked, boolean far) {
        if (horizon.seconds() > LONG_SECONDS)
            return Finding.worrying("waiting", "readers wait for a transaction of " + horizon.holder())
                    .of(horizon.holder());
        if (parked > 0) return Finding.worrying("parked", "readers could not digest some entries and left them parked");
        return far
                ? Finding.worrying("behind", "readers are far behind")
                : Finding.well("up_to_date", "readers keep up");
    }

    /** The write transactions of others are known by their lock, whoever they are; how old they are, only of our own role. */
    private Horizon horizon() {
        return db.sql("""
                select coalesce(extract(epoch from clock_timestamp() - a.xact_start), 0)::float8 as seconds,
                       coalesce(nullif(a.application_name, ''), a.usename::text, 'unknown') || ' (' || l.pid || ')' as holder
                from pg_locks l join pg_stat_activity a on a.pid = l.pid
                where l.locktype = 'transactionid' and l.mode = 'ExclusiveLock' and l.granted
                order by age(l.transactionid) desc limit 1
                """)
                .optional(row -> new Horizon(row.decimal("seconds"), row.text("holder")))
                .orElse(new Horizon(0, ""));
    }

    private double parked() {
        return db.sql("select count(*)::float8 as n from (select from journal.parked limit 1000) as counted")
                .one(row -> row.decimal("n"));
    }
}

package dev.qiao.ticket.silence;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Remembered;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.ticket.Weight.Priority;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The door to how long a requester may go without a word, by priority. */
@Component
public class Silences {
    static final int LONGEST_HOURS = 1000;

    private final Db db;
    private final SilenceSql sql;
    private final Journal journal;
    private final Remembered<Map<Priority, Integer>> limits;

    Silences(Db db, SilenceSql sql, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.journal = journal;
        this.limits = new Remembered<>(sql::limits);
    }

    /** In hours; a priority that is missing is never reminded of. */
    public Map<Priority, Integer> limits() {
        return limits.get();
    }

    /** Changes it for silences that begin from now on. Errors: fewer than one hour or more than a thousand. */
    public void change(Map<Priority, Integer> wanted, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        wanted.forEach((priority, hours) -> {
            if (hours < 1 || hours > LONGEST_HOURS) {
                throw Refused.invalid(priority.code(), "ticket.silence.bounds", LONGEST_HOURS);
            }
        });
        db.transact(() -> {
            var before = sql.limits();
            sql.limits(wanted);
            var facts = Configured.of("ticket.silence", "silence", spoken(before), spoken(wanted));
            journal.write(new Entry(now, me.origin(), "silence", 1, 0, me.id(), Audience.ADMIN, facts));
        });
        limits.forget();
    }

    private static Map<String, Integer> spoken(Map<Priority, Integer> limits) {
        var words = new TreeMap<String, Integer>();
        limits.forEach((priority, hours) -> words.put(priority.code(), hours));
        return words;
    }
}

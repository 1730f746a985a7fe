package dev.qiao.admin.backup;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When backups are taken, and how many stay. */
@Component
public class Plans {
    private final Db db;
    private final Journal journal;

    Plans(Db db, Journal journal) {
        this.db = db;
        this.journal = journal;
    }

    public Plan plan() {
        return db.sql("select hour, keep from admin.backup_plan")
                .one(row -> new Plan(row.integerOrNull("hour"), row.integer("keep")));
    }

    /** Errors: an hour that no day has, none to keep. */
    public void change(Plan wanted, Me me, Instant now) {
        me.must(Permission.ADMIN);
        if (wanted.hour() != null && (wanted.hour() < 0 || wanted.hour() > 23))
            throw Refused.invalid("hour", "admin.backup.no_hour");
        if (wanted.keep() < 1 || wanted.keep() > Plan.MOST)
            throw Refused.invalid("keep", "admin.backup.no_keep", Plan.MOST);
        db.transact(() -> {
            var before = plan();
            if (before.equals(wanted)) return;
            db.sql("update admin.backup_plan set hour = :hour::int, keep = :keep, changed_at = :now")
                    .bind("hour", wanted.hour())
                    .bind("keep", wanted.keep())
                    .bind("now", now)
                    .updateOne();
            var facts = Configured.of("admin.backup_plan", "plan", before, wanted);
            journal.write(new Entry(now, me.origin(), "settings", 1, 0, me.id(), Audience.ADMIN, facts));
        });
    }
}

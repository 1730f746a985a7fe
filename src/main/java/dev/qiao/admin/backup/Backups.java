package dev.qiao.admin.backup;

import dev.qiao.admin.backup.BackupFacts.BackupOrdered;
import dev.qiao.admin.backup.BackupFacts.BackupRestored;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.base.settings.Settings;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The backups that the desk takes itself. */
@Component
public class Backups {
    static final String KIND = "backup";

    private final Db db;
    private final BackupSql sql;
    private final Journal journal;
    private final Settings settings;
    private final Workers workers;

    Backups(Db db, BackupSql sql, Journal journal, Settings settings, Workers workers) {
        this.db = db;
        this.sql = sql;
        this.journal = journal;
        this.settings = settings;
        this.workers = workers;
    }

    /**
     * The newest first.
     *
     * @param before goes on below this one; null from the top
     */
    public List<Backup> list(@Nullable Long before, int limit, Me me) {
        me.must(Permission.ADMIN);
        return sql.page(before == null ? Long.MAX_VALUE : before, limit);
    }

    /** Has one taken now, in the background. Errors: no passphrase is set, one is under way. */
    public long order(Me me, Instant now) {
        me.must(Permission.ADMIN);
        if (!ready()) throw Refused.conflict("admin.backup.no_passphrase_set");
        return db.transact(() -> {
            var id = sql.order(me.id(), null, now).orElseThrow(() -> Refused.conflict("admin.backup.under_way"));
            journal.write(entry(id, me, now, new BackupOrdered()));
            workers.wake();
            return id;
        });
    }

    /** Notes in the audit that what was written after this moment is missing. */
    public void restored(Instant madeAt, Me me, Instant now) {
        me.must(Permission.ADMIN);
        db.transact(() -> journal.write(entry(0, me, now, new BackupRestored(madeAt.toString()))));
    }

    static Entry entry(long id, Me me, Instant now, BackupFacts facts) {
        return new Entry(now, me.origin(), KIND, id, 0, me.id(), Audience.ADMIN, facts);
    }

    /** Whether there is a passphrase to wrap the keys with. */
    public boolean ready() {
        return Passphrase.of(settings).isPresent();
    }

    /** Where they are put. */
    public Path folder() {
        return Taking.folder(settings);
    }
}

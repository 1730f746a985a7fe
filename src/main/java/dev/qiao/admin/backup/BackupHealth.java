package dev.qiao.admin.backup;

import dev.qiao.base.Health;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Whether what the desk keeps would come back. */
@Component
class BackupHealth implements Health {
    private static final Duration OLD = Duration.ofHours(26);

    private final BackupSql sql;
    private final Plans plans;
    private final Backups backups;
    private final InstantSource clock;

    BackupHealth(BackupSql sql, Plans plans, Backups backups, InstantSource clock) {
        this.sql = sql;
        this.plans = plans;
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public Finding look() {
        try {
            if (!backups.ready())
                return Finding.worrying("no_passphrase", "no backups are taken: QIAO_PASSPHRASE is not set");
            if (plans.plan().hour() == null) return Finding.worrying("unplanned", "no backups are planned");
            var done = sql.newest(Backup.State.DONE);
            var failed = sql.newest(Backup.State.FAILED);
            if (failed.isPresent()
                    && (done.isEmpty() || failed.get().id() > done.get().id()))
                return Finding.worrying("failed", "the last backup failed");
            if (done.isEmpty()) return Finding.worrying("none", "there is no backup yet");
            return finding(done.get());
        } catch (DataAccessException | TransactionException _) {
            return Finding.worrying("unknown", "backups cannot be looked up");
        }
    }

    private Finding finding(Backup last) {
        var age = Duration.between(Objects.requireNonNull(last.endedAt()), clock.instant());
        var finding = age.compareTo(OLD) > 0
                ? Finding.worrying("old", "the last backup is old")
                : last.damaged() > 0
                        ? Finding.worrying("damaged", "attachments in the last backup are damaged")
                        : Finding.well("good", "the last backup can be read");
        return finding.with(Map.of("age_seconds", (double) age.toSeconds(), "bytes", (double) last.bytes()));
    }
}

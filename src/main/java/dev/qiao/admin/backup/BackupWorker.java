package dev.qiao.admin.backup;

import dev.qiao.admin.backup.BackupFacts.BackupFailed;
import dev.qiao.admin.backup.BackupFacts.BackupTaken;
import dev.qiao.admin.backup.Taking.Taken;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Preferences;
import dev.qiao.base.Refused;
import dev.qiao.base.Worker;
import dev.qiao.base.server.Database;
import dev.qiao.base.settings.Settings;
import dev.qiao.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes the backups that the plan or somebody wants, one at a time, and clears away the oldest. */
@Component
final class BackupWorker implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(BackupWorker.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final long BEAT = Duration.ofSeconds(1).toNanos();
    private static final int SILENCE_SECONDS = 180;

    private final Db db;
    private final BackupSql sql;
    private final Plans plans;
    private final Journal journal;
    private final Preferences preferences;
    private final Database database;
    private final Settings settings;

    BackupWorker(
            Db db,
            BackupSql sql,
            Plans plans,
            Journal journal,
            Preferences preferences,
            Database database,
            Settings settings) {
        this.db = db;
        this.sql = sql;
        this.plans = plans;
        this.journal = journal;
        this.preferences = preferences;
        this.database = database;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "admin.backup";
    }

    @Override
    public int work(Instant now) {
        var passphrase = Passphrase.of(settings);
        if (passphrase.isEmpty()) return 0;
        var going = sql.going();
        if (going.isEmpty()) return due(now) ? 1 : 0;
        long id = going.get().id();
        if (sql.abandoned(id, SILENCE_SECONDS)) {
            fail(going.get(), "admin.backup.abandoned", List.of(), now);
            return 1;
        }
        if (!sql.begin(id)) return 0;
        take(going.get(), passphrase.get(), now);
        return 1;
    }

    /** Once a day, from its hour on: a desk that was down then makes up for it. */
    private boolean due(Instant now) {
        var plan = plans.plan();
        var local = now.atZone(preferences.zone());
        if (plan.hour() == null || local.getHour() < plan.hour() || sql.planned(local.toLocalDate())) return false;
        return sql.order(Me.QIAO.id(), local.toLocalDate(), now).isPresent();
    }

    private void take(Backup backup, char[] passphrase, Instant now) {
        var file = Taking.folder(settings)
                .resolve("qiao-%s.zip".formatted(now.atZone(preferences.zone()).format(STAMP)));
        try {
            var taken = new Taking(database, settings).take(file, passphrase, now, beating(backup.id()));
            done(backup, taken, now);
            clear(now);
        } catch (Refused no) {
            var problem = no.problems().getFirst();
            fail(backup, problem.key(), problem.arguments(), now);
        } catch (RuntimeException e) {
            LOG.error("backup {} failed", backup.id(), e);
            fail(backup, "admin.backup.broken", List.of(e.getClass().getSimpleName()), now);
        }
    }

    /** Says every second how far it has come, in a transaction of its own. */
    private Progress beating(long id) {
        return new Progress() {
            private long told = System.nanoTime() - BEAT;

            @Override
            public void at(Step step, long done, long all) {
                long moment = System.nanoTime();
                if (moment - told < BEAT) return;
                told = moment;
                sql.beat(id, step, done, all);
            }
        };
    }

    private void done(Backup backup, Taken taken, Instant now) {
        var facts = new BackupTaken(
                taken.bytes(), taken.rows(), taken.files(), taken.damaged().size());
        db.transact(() -> {
            sql.done(backup.id(), taken, now);
            journal.write(Backups.entry(backup.id(), Me.QIAO, now, facts));
        });
    }

    private void fail(Backup backup, String problem, List<?> arguments, Instant now) {
        db.transact(() -> {
            if (sql.failed(backup.id(), problem, arguments, now))
                journal.write(Backups.entry(backup.id(), Me.QIAO, now, new BackupFailed(problem)));
        });
    }

    /** Only after a new one is there, and only what we put there ourselves. */
    private void clear(Instant now) {
        for (var old : sql.beyond(plans.plan().keep())) {
            var file = Path.of(String.valueOf(old.file()));
            try {
                if (Taking.folder(settings).equals(file.getParent())) Files.deleteIfExists(file);
                sql.gone(old.id(), now);
            } catch (IOException e) {
                LOG.warn("{} cannot be cleared away: {}", file, e.toString());
            }
        }
    }
}

package dev.qiao.admin.console;

import dev.qiao.admin.backup.Backups;
import dev.qiao.admin.backup.Passphrase;
import dev.qiao.admin.backup.Restoring;
import dev.qiao.admin.backup.Restoring.Restored;
import dev.qiao.base.Errand;
import dev.qiao.base.Me;
import dev.qiao.base.settings.SettingsSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Brings a backup back onto an empty place, and then checks all that must hold. */
@CommandLine.Command(
        name = "restore",
        description =
                "Bring a backup back onto an empty place (--data, and the database that the settings name), bring its schema up to"
                        + " date, and verify it. The passphrase is taken from QIAO_PASSPHRASE, or as it is typed.")
public final class RestoreCommand implements Errand {
    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Override
    public int run(Ground ground) {
        try {
            Restoring.mustBeEmpty(ground.data());
            var settings = SettingsSource.read(ground.data(), ground.environment());
            var passphrase = Passphrase.of(settings, false);
            var began = Instant.now();
            Restored restored;
            try (var restoring = Restoring.of(file, passphrase, new Steps(ground.err()))) {
                restored = restoring.onto(ground.data(), ground.environment());
                ground.out()
                        .printf(
                                Locale.ROOT,
                                "%,d rows and %,d attachments as of %s are back in %s after %.1f s%n",
                                restored.rows(),
                                restored.files(),
                                restored.madeAt(),
                                ground.data(),
                                Duration.between(began, Instant.now()).toMillis() / 1e3);
            }
            return ground.house().applyAsInt(desk -> {
                desk.door(Backups.class).restored(restored.madeAt(), Me.QIAO, desk.now());
                return new Verify().run(desk);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.qiao.admin.console;

import dev.qiao.admin.backup.Opened;
import dev.qiao.admin.backup.Passphrase;
import dev.qiao.admin.backup.Taking;
import dev.qiao.admin.backup.Taking.Taken;
import dev.qiao.base.Errand;
import dev.qiao.base.Refused;
import dev.qiao.base.server.Unfinished;
import dev.qiao.base.settings.SettingsSource;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Takes a backup, beside a serving desk or without one. It leaves the schema as it is, so it is also for before an upgrade. */
@CommandLine.Command(
        name = "backup",
        description =
                "Write all that the desk keeps into one file, as of one moment; the desk goes on serving. The keys in it are"
                        + " wrapped by the passphrase in QIAO_PASSPHRASE, or as it is typed: without it nothing can be brought back.")
public final class BackupCommand implements Errand {
    @Parameters(paramLabel = "FILE", description = "Where to. Nothing may be there yet.")
    private Path file = Path.of("");

    @Override
    public int run(Ground ground) {
        if (!Files.isDirectory(ground.data())) throw Refused.notFound("admin.backup.no_data", ground.data());
        try {
            var data = ground.data().toRealPath();
            Unfinished.refuse(data);
            var settings = SettingsSource.read(data, ground.environment());
            var passphrase = Passphrase.of(settings, true);
            var began = Instant.now();
            try (var database = Opened.of(settings)) {
                var taken = new Taking(database, settings).take(file, passphrase, began, new Steps(ground.err()));
                tell(taken, Duration.between(began, Instant.now()), ground.out());
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(Taken taken, Duration took, PrintStream out) {
        taken.damaged().forEach(file -> out.println("DAMAGED attachment, taken as it is: " + file));
        taken.leftOut().forEach(file -> out.println("LEFT OUT, too large to be a key: " + file));
        out.printf(
                Locale.ROOT,
                "%s%n  %,d rows, %,d attachments, %.1f MB in %.1f s; read again, everything is in it%n",
                taken.file(),
                taken.rows(),
                taken.files(),
                taken.bytes() / 1e6,
                took.toMillis() / 1e3);
    }
}

package dev.qiao.admin.backup;

import dev.qiao.base.Json;
import dev.qiao.base.Refused;
import dev.qiao.base.server.Database;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Takes a backup: rows as of one moment, then the files that they name, then what lies beside. Works while the desk serves. What was
 * written is read again before it gets its name, so that a backup that is there is one that can be read.
 */
public final class Taking {
    /**
     * A backup that is there.
     *
     * @param bytes of the file
     * @param damaged attachments that were not what their name says; they are in it as they are
     * @param leftOut files of the data folder that are too large to be keys
     */
    public record Taken(Path file, long bytes, long rows, long files, List<String> damaged, List<String> leftOut) {}

    private static final String VERSION =
            Objects.requireNonNullElse(Taking.class.getPackage().getImplementationVersion(), "(unpacked)");

    private final Database database;
    private final Path data;
    private final Path folder;

    public Taking(Database database, Settings settings) {
        this.database = database;
        this.data = settings.data();
        this.folder = folder(settings);
    }

    /** Where the desk itself puts its backups; none is taken into another. */
    public static Path folder(Settings settings) {
        return settings.data().resolve(settings.text(Setting.BACKUP_FOLDER)).normalize();
    }

    /** Errors: the name is taken, no space, a passphrase that is too short; then there is no file. */
    public Taken take(Path target, char[] passphrase, Instant now, Progress progress) {
        Passphrase.mustBeLong(passphrase);
        try (var archive = ArchiveWriter.to(target)) {
            var manifest = write(archive, now, progress);
            var beside = Keepsakes.of(data, List.of(folder, target.toAbsolutePath()));
            var told = Json.of(manifest).text().getBytes(StandardCharsets.UTF_8);
            archive.end(told, beside.packed(), passphrase);
            prove(archive.part(), passphrase, progress);
            long bytes = Files.size(archive.part());
            archive.name();
            return new Taken(
                    target.toAbsolutePath(),
                    bytes,
                    manifest.rows(),
                    manifest.files(),
                    manifest.damaged(),
                    beside.leftOut());
        } catch (FileSystemException e) {
            throw Refused.unavailable("admin.backup.not_written", Objects.toString(e.getFile()), reason(e));
        } catch (IOException e) {
            throw Refused.unavailable("admin.backup.not_written", target.toAbsolutePath(), reason(e));
        } catch (SQLException e) {
            throw Refused.unavailable("admin.backup.no_rows", reason(e));
        }
    }

    private Manifest write(ArchiveWriter archive, Instant now, Progress progress) throws SQLException, IOException {
        Manifest rows;
        try (var dump = Dump.begin(database.owner(), VERSION, now, progress)) {
            rows = dump.write(archive);
        }
        var attachments = new Attachments(data.resolve("files"), progress);
        attachments.write(archive);
        return attachments.told(rows);
    }

    private static void prove(Path file, char[] passphrase, Progress progress) throws IOException {
        try (var archive = ArchiveReader.of(file)) {
            archive.check(progress);
            archive.keepsakes(passphrase);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What the system says, in its own words. */
    private static String reason(Exception e) {
        var said =
                e instanceof FileSystemException file && file.getReason() != null ? file.getReason() : e.getMessage();
        return said == null
                ? e.getClass().getSimpleName()
                : said.lines().findFirst().orElse("");
    }
}

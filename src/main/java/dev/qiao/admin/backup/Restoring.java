package dev.qiao.admin.backup;

import dev.qiao.base.Refused;
import dev.qiao.base.server.Database;
import dev.qiao.base.server.Unfinished;
import dev.qiao.base.settings.SettingsSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Brings a backup back onto an empty place. Everything that can be known beforehand is looked at before anything is touched; what is
 * begun and fails is taken away again, and what a kill leaves is marked so that nobody opens it.
 */
public final class Restoring implements AutoCloseable {
    /** What came back. */
    public record Restored(Instant madeAt, long rows, long files, String version) {}

    private final ArchiveReader archive;
    private final Manifest manifest;
    private final byte[] keepsakes;
    private final Progress progress;

    private Restoring(ArchiveReader archive, byte[] keepsakes, Progress progress) {
        this.archive = archive;
        this.manifest = archive.manifest();
        this.keepsakes = keepsakes;
        this.progress = progress;
    }

    /** Looks at the file. Errors: damaged, of a newer program, a wrong passphrase. */
    public static Restoring of(Path file, char[] passphrase, Progress progress) throws IOException {
        var archive = ArchiveReader.of(file);
        try {
            Migrations.mustBeKnown(archive.manifest().migrations());
            var keepsakes = archive.keepsakes(passphrase);
            archive.check(progress);
            return new Restoring(archive, keepsakes, progress);
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /** Errors: something is there. */
    public static void mustBeEmpty(Path data) throws IOException {
        if (!Files.exists(data)) return;
        if (!Files.isDirectory(data)) throw Refused.conflict("admin.backup.not_empty", data, data.getFileName());
        try (var there = Files.list(data)) {
            var names = there.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> !name.equals("lost+found"))
                    .sorted()
                    .limit(3)
                    .collect(Collectors.joining(", "));
            if (!names.isEmpty()) throw Refused.conflict("admin.backup.not_empty", data, names);
        }
    }

    /**
     * Brings it back into this folder, and into the database where the desk that it makes will look for it.
     *
     * @param environment settings that win over the restored ones, as they will when it opens
     */
    public Restored onto(Path folder, Map<String, String> environment) throws IOException, SQLException {
        mustBeEmpty(folder);
        boolean fresh = Files.notExists(folder);
        var data = Files.createDirectories(folder).toRealPath();
        if (fresh) Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        try {
            Unfinished.begin(data);
            Keepsakes.unpack(keepsakes, data);
            try (var database = Opened.of(SettingsSource.read(data, environment))) {
                fill(database);
            }
            new Attachments(data.resolve("files"), progress).read(archive, manifest.files());
            Unfinished.end(data);
            return new Restored(manifest.madeAt(), manifest.rows(), manifest.files(), manifest.version());
        } catch (IOException | SQLException | RuntimeException e) {
            clear(data, fresh);
            throw e;
        }
    }

    private void fill(Database database) throws SQLException, IOException {
        try (var connection = database.owner().getConnection()) {
            mustBeEmpty(connection);
            try {
                Migrations.make(database, manifest.migrations());
                new Load(connection, manifest, archive, progress).run();
                Migrations.bringForward(database);
                forgetItself(connection);
            } catch (SQLException | IOException | RuntimeException e) {
                clear(connection);
                throw e;
            }
        }
    }

    /** In the rows of its own moment this very backup is still under way. */
    private static void forgetItself(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("delete from admin.backup where state in ('waiting', 'running')");
        }
    }

    private static void mustBeEmpty(Connection connection) throws SQLException {
        var there = new Schema(connection).anything();
        if (!there.isEmpty()) throw Refused.conflict("admin.backup.database_not_empty", String.join(", ", there));
    }

    /** It was empty, so all that is there now is ours. */
    private void clear(Connection connection) {
        var schemas = Stream.concat(
                        manifest.tables().stream()
                                .map(table ->
                                        table.name().substring(0, table.name().indexOf('.'))),
                        Stream.of(Migrations.HISTORY))
                .distinct()
                .collect(Collectors.joining(", "));
        try (var statement = connection.createStatement()) {
            if (!connection.getAutoCommit()) connection.rollback();
            connection.setAutoCommit(true);
            statement.execute("drop schema if exists " + schemas + " cascade");
        } catch (SQLException _) {
            // the database is gone, which is what the caller is about to say
        }
    }

    private static void clear(Path data, boolean fresh) throws IOException {
        try (var there = Files.list(data)) {
            for (var each : there.filter(file -> !file.endsWith("lost+found")).toList())
                FileSystemUtils.deleteRecursively(each);
        }
        if (fresh) Files.deleteIfExists(data);
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}

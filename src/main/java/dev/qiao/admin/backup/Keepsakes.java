package dev.qiao.admin.backup;

import dev.qiao.base.server.Unfinished;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * What lies in the data folder beside database and attachments: keys, certificates, {@code qiao.yaml}, whatever a room adds.
 *
 * @param packed as a tar
 * @param leftOut what is too large to be a key
 */
@SuppressWarnings("ArrayRecordComponent")
record Keepsakes(byte[] packed, int count, List<String> leftOut) {
    private static final long LARGEST = 1 << 20;
    private static final Set<String> ELSEWHERE = Set.of("postgres", "postgres.new", "files");
    private static final String PASSING =
            "server\\.(passwords|users|gate)|postgres\\..*|.*\\.new|\\..*\\.part|" + Unfinished.MARK;

    /** @param without where backups lie, which are not taken into backups */
    static Keepsakes of(Path data, List<Path> without) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var leftOut = new ArrayList<String>();
        int count = 0;
        try (var tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (var file : found(data, without)) {
                var name = data.relativize(file).toString();
                if (Files.size(file) > LARGEST) {
                    leftOut.add(name);
                    continue;
                }
                var content = Files.readAllBytes(file);
                var entry = new TarArchiveEntry(name);
                entry.setSize(content.length);
                entry.setMode(Files.getPosixFilePermissions(file).size() <= 2 ? 0600 : 0644);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
                count++;
            }
        }
        return new Keepsakes(bytes.toByteArray(), count, leftOut);
    }

    private static List<Path> found(Path data, List<Path> without) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean elsewhere = ELSEWHERE.contains(data.relativize(folder).toString()) || without.contains(folder);
                return elsewhere ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean passing = file.getFileName().toString().matches(PASSING) || without.contains(file);
                if (!passing && Files.isRegularFile(file)) found.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
                if (Files.exists(file)) throw gone;
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }

    /** Lays them out again, the secret ones readable by their owner only. */
    static void unpack(byte[] packed, Path data) throws IOException {
        try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(packed), "UTF-8")) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var file = data.resolve(entry.getName()).normalize();
                if (!file.startsWith(data)) throw new IOException("unexpected path " + entry.getName());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                var rights = entry.getMode() == 0600 ? "rw-------" : "rw-r--r--";
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)));
                Files.write(file, tar.readAllBytes());
            }
        }
    }
}

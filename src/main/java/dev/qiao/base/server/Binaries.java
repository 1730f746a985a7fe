package dev.qiao.base.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per machine from the archive that the build brings along. */
record Binaries(Path home) {
    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    static Binaries unpacked() {
        var name = archiveName();
        var archive = Binaries.class.getResource("/" + name);
        if (archive == null)
            throw new CannotServe("This build has no PostgreSQL for this machine (" + name
                    + "). Set QIAO_DATABASE_URL to a PostgreSQL 15 or newer instead.");
        try {
            var home = cache().resolve(name.replace(".txz", "") + "-" + fingerprint(archive));
            if (!Files.isDirectory(home)) unpack(archive, home);
            return new Binaries(home);
        } catch (IOException e) {
            throw new CannotServe("PostgreSQL cannot be unpacked into " + cache() + ": " + e.getMessage(), e);
        }
    }

    private static String archiveName() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var arm = System.getProperty("os.arch").equals("aarch64");
        return "postgres-" + os + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    /** Root's home is closed to the user that the server runs as, so root unpacks where everybody may read. */
    private static Path cache() {
        var home = System.getProperty("user.name").equals("root")
                ? Path.of("/var/cache")
                : Path.of(System.getProperty("user.home"), ".cache");
        return home.resolve("qiao");
    }

    private static String fingerprint(URL archive) throws IOException {
        return archive.openConnection() instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(archive.openConnection().getContentLengthLong());
    }

    /** Into a folder of its own first: a half-unpacked archive is never seen under the final name. */
    static void unpack(URL archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        var draft = Files.createTempDirectory(home.getParent(), "unpacking");
        try (var in = archive.openStream()) {
            extract(in, draft);
            draft.toFile().setReadable(true, false);
            draft.toFile().setExecutable(true, false);
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Another program may have been faster; what a move onto its folder fails with differs between systems.
            if (!Files.isDirectory(home)) throw e;
        } finally {
            FileSystemUtils.deleteRecursively(draft);
        }
    }

    private static void extract(InputStream archive, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var path = into.resolve(entry.getName()).normalize();
                if (!path.startsWith(into)) throw new IOException("unexpected path " + entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                else Files.copy(tar, path);
                if ((entry.getMode() & 0100) != 0 && !entry.isSymbolicLink())
                    path.toFile().setExecutable(true, false);
            }
        }
    }
}

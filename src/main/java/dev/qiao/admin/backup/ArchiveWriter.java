package dev.qiao.admin.backup;

import dev.qiao.base.Refused;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a backup: an ordinary ZIP with the checksums of all that is in it. It grows beside its name and gets it when it is whole and
 * on disk; if that never happens, nothing stays behind, and what a kill leaves is swept up by the next one.
 */
final class ArchiveWriter implements AutoCloseable {
    static final String MANIFEST = "manifest.json";
    static final String SUMS = "SHA256SUMS";
    static final String KEYS = "keys.json";
    private static final String BEGINNING = ".qiao-";
    private static final String ENDING = ".part";

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final Map<String, String> sums = new TreeMap<>();

    private ArchiveWriter(Path target, Path part, FileChannel channel) {
        this.target = target;
        this.part = part;
        this.channel = channel;
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 18));
    }

    /** Errors: the name is taken. */
    static ArchiveWriter to(Path file) throws IOException {
        var target = file.toAbsolutePath();
        if (Files.exists(target)) throw Refused.conflict("admin.backup.taken", target);
        var folder = Files.createDirectories(Objects.requireNonNull(target.getParent()));
        sweep(folder);
        var part = Files.createTempFile(
                folder,
                BEGINNING,
                ENDING,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        part.toFile().deleteOnExit();
        var channel = FileChannel.open(part, StandardOpenOption.WRITE);
        channel.lock();
        return new ArchiveWriter(target, part, channel);
    }

    /** Whoever writes holds a lock; what nobody holds was left by a kill. */
    private static void sweep(Path folder) throws IOException {
        try (var parts = Files.newDirectoryStream(folder, BEGINNING + "*" + ENDING)) {
            for (var part : parts) {
                try (var left = FileChannel.open(part, StandardOpenOption.WRITE);
                        var lock = left.tryLock()) {
                    if (lock != null) Files.deleteIfExists(part);
                } catch (java.nio.channels.OverlappingFileLockException _) {
                    // this very program is writing it
                }
            }
        }
    }

    /** @param level of compression, 0 to 9; the entry ends with the stream */
    OutputStream entry(String name, int level) throws IOException {
        var digest = sha256();
        zip.setLevel(level);
        zip.putNextEntry(new ZipEntry(name));
        return new FilterOutputStream(new DigestOutputStream(zip, digest)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (Thread.interrupted()) throw new InterruptedIOException();
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
                sums.put(name, HexFormat.of().formatHex(digest.digest()));
            }
        };
    }

    /** Ends it with its checksums and its keys; from then on it can be read at {@link #part()}. */
    void end(byte[] manifest, byte[] keepsakes, char[] passphrase) throws IOException {
        plain(MANIFEST, manifest);
        var list = sums.entrySet().stream()
                .map(sum -> sum.getValue() + "  " + sum.getKey() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        plain(SUMS, list);
        plain(KEYS, Wrapping.wrap(keepsakes, list, passphrase));
        zip.finish();
        zip.flush();
        channel.force(true);
    }

    private void plain(String name, byte[] bytes) throws IOException {
        try (var out = entry(name, 9)) {
            out.write(bytes);
        }
    }

    Path part() {
        return part;
    }

    /** Gives it its name, if nobody else took that meanwhile; then it is there for good. */
    void name() throws IOException {
        try {
            Files.createLink(target, part);
        } catch (FileAlreadyExistsException _) {
            throw Refused.conflict("admin.backup.taken", target);
        } catch (UnsupportedOperationException | FileSystemException _) {
            Files.move(part, target);
        }
        Files.deleteIfExists(part);
        try (var folder = FileChannel.open(Objects.requireNonNull(target.getParent()), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

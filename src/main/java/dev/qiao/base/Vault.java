package dev.qiao.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** Files under their SHA-256 in the data folder. What {@link #put} returned is durable: bytes and folder entry are on disk. */
public final class Vault {
    /**
     * A file as it lies here.
     *
     * @param bytes the length
     */
    public record Stored(String sha256, long bytes) {}

    private final Path folder;

    public Vault(Path folder) {
        this.folder = folder;
    }

    /** Errors: too large; nothing stays behind. */
    public Stored put(InputStream in, long most) {
        try {
            Files.createDirectories(folder);
            var arriving = Files.createTempFile(folder, "arriving-", "");
            try {
                var stored = write(in, arriving, most);
                var place = place(stored.sha256());
                Files.createDirectories(Objects.requireNonNull(place.getParent()));
                Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                sync(Objects.requireNonNull(place.getParent()));
                return stored;
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public InputStream open(String sha256) {
        try {
            return Files.newInputStream(place(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the bytes are there and are what their name says. */
    public boolean sound(String sha256) {
        var digest = sha256();
        try (var in = Files.newInputStream(place(sha256))) {
            var buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) digest.update(buffer, 0, n);
            return HexFormat.of().formatHex(digest.digest()).equals(sha256);
        } catch (IOException _) {
            return false;
        }
    }

    private Stored write(InputStream in, Path to, long most) throws IOException {
        var digest = sha256();
        long length = 0;
        try (var file = FileChannel.open(to, StandardOpenOption.WRITE);
                var out = new DigestOutputStream(java.nio.channels.Channels.newOutputStream(file), digest)) {
            var buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                length += n;
                if (length > most) throw Refused.tooLarge("file", "base.file_too_large", most / (1024 * 1024));
                out.write(buffer, 0, n);
            }
            file.force(true);
        }
        return new Stored(HexFormat.of().formatHex(digest.digest()), length);
    }

    private static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path place(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256");
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

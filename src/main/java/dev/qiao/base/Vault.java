package dev.qiao.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Files under their SHA-256 in the data folder. What {@link #put} returned is durable: bytes and folder entry are on disk. */
public final class Vault {
    /**
     * A file as it lies here.
     *
     * @param bytes the length
     */
    public record Stored(String sha256, long bytes) {}

    private static final String NAME = "[0-9a-f]{64}";
    private static final String ASIDE = "leaving-";

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

    /**
     * Takes away what has lain for so long in one of the 256 folders and is not known; returns how much. Whatever is put in again
     * meanwhile stays: it is moved aside first, and moved back when it is younger than it was.
     *
     * @param known says which of them are still wanted
     */
    public int drop(int part, Duration lain, Function<Set<String>, Set<String>> known) {
        var there = folder.resolve("%02x".formatted(part));
        if (!Files.isDirectory(there)) return 0;
        try {
            var before = clock().minus(lain);
            var aside = named(there, Instant.MAX, ASIDE + NAME);
            var old = named(there, before, NAME);
            var asked = new HashSet<>(old);
            aside.forEach(name -> asked.add(name.substring(ASIDE.length())));
            var wanted = asked.isEmpty() ? Set.<String>of() : known.apply(asked);
            for (var name : aside) settle(there.resolve(name), wanted);
            int dropped = 0;
            for (var name : old) if (!wanted.contains(name) && drop(there.resolve(name), before)) dropped++;
            return dropped;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What somebody moved aside who died over it. */
    private void settle(Path aside, Set<String> wanted) throws IOException {
        var place = place(aside.getFileName().toString().substring(ASIDE.length()));
        if (wanted.contains(place.getFileName().toString()) && !Files.exists(place))
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        else Files.deleteIfExists(aside);
    }

    private static boolean drop(Path file, Instant before) throws IOException {
        var aside = file.resolveSibling(ASIDE + file.getFileName());
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException _) {
            return false;
        }
        if (Files.getLastModifiedTime(aside).toInstant().isBefore(before)) return Files.deleteIfExists(aside);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return false;
    }

    private static List<String> named(Path there, Instant before, String pattern) throws IOException {
        var names = new ArrayList<String>();
        try (var all = Files.newDirectoryStream(there)) {
            for (var file : all) {
                var name = file.getFileName().toString();
                if (name.matches(pattern)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(before)) names.add(name);
            }
        }
        return names;
    }

    /** Of the file system, which dates what is put in; ours may be another. */
    private Instant clock() throws IOException {
        var probe = Files.createTempFile(folder, "arriving-", "");
        try {
            return Files.getLastModifiedTime(probe).toInstant();
        } finally {
            Files.deleteIfExists(probe);
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
        if (!sha256.matches(NAME)) throw new IllegalArgumentException("not a SHA-256");
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

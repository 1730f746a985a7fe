package dev.qiao.admin.backup;

import dev.qiao.base.Json;
import dev.qiao.base.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads a backup, and believes nothing of it that its checksums do not prove. */
final class ArchiveReader implements AutoCloseable {
    private static final int LONGEST_LIST = 64 << 20;

    private final ZipFile zip;
    private final byte[] list;
    private final Map<String, String> sums = new LinkedHashMap<>();
    private final Manifest manifest;

    private ArchiveReader(ZipFile zip) throws IOException {
        this.zip = zip;
        this.list = small(ArchiveWriter.SUMS);
        for (var line : new String(list, StandardCharsets.UTF_8).lines().toList()) {
            var parts = line.split(" {2}", 2);
            if (parts.length != 2) throw damaged(ArchiveWriter.SUMS);
            sums.put(parts[1], parts[0]);
        }
        check(ArchiveWriter.MANIFEST, 0, null);
        this.manifest = manifest(small(ArchiveWriter.MANIFEST));
    }

    /** Errors: no backup, a damaged one, one of a newer format. */
    static ArchiveReader of(Path file) throws IOException {
        if (!Files.isReadable(file) || !Files.isRegularFile(file))
            throw Refused.notFound("admin.backup.no_file", file.toAbsolutePath());
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException _) {
            throw Refused.invalid("file", "admin.backup.no_archive", file.toAbsolutePath());
        }
        try {
            return new ArchiveReader(zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest manifest(byte[] text) {
        try {
            var json = new Json(new String(text, StandardCharsets.UTF_8));
            int format = json.node().path("format").asInt();
            if (format > Manifest.FORMAT || format < 1)
                throw Refused.invalid("file", "admin.backup.newer_format", format);
            return json.as(Manifest.class);
        } catch (JacksonException _) {
            throw damaged(ArchiveWriter.MANIFEST);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** What only the passphrase opens. Errors: a wrong passphrase. */
    byte[] keepsakes(char[] passphrase) throws IOException {
        return Wrapping.open(small(ArchiveWriter.KEYS), list, passphrase);
    }

    Iterable<String> entries() {
        return sums.keySet();
    }

    InputStream open(String name) throws IOException {
        return zip.getInputStream(entry(name));
    }

    /** Reads all of it. Errors: damaged, naming what. */
    void check(Progress progress) throws IOException {
        var there = new TreeSet<String>();
        zip.stream().map(ZipEntry::getName).forEach(there::add);
        var named = new TreeSet<>(sums.keySet());
        named.add(ArchiveWriter.SUMS);
        named.add(ArchiveWriter.KEYS);
        if (!there.equals(named)) throw damaged(ArchiveWriter.SUMS);
        for (var table : manifest.tables()) {
            if (!sums.containsKey(table.entry())) throw damaged(table.entry());
        }
        long done = 0;
        for (var name : sums.keySet()) done = check(name, done, progress);
        small(ArchiveWriter.KEYS);
    }

    private long check(String name, long before, @Nullable Progress progress) throws IOException {
        var digest = ArchiveWriter.sha256();
        long done = before;
        var entry = entry(name);
        long all = zip.stream().mapToLong(ZipEntry::getSize).sum();
        try (var in = zip.getInputStream(entry)) {
            var buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                done += n;
                if (progress != null) progress.at(Progress.Step.CHECKING, done, all);
            }
        } catch (IOException _) {
            throw damaged(name);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sums.get(name))) throw damaged(name);
        return done;
    }

    private byte[] small(String name) throws IOException {
        var entry = entry(name);
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(LONGEST_LIST);
            var crc = new CRC32();
            crc.update(bytes);
            if (crc.getValue() != entry.getCrc()) throw damaged(name);
            return bytes;
        } catch (IOException _) {
            throw damaged(name);
        }
    }

    private ZipEntry entry(String name) {
        var entry = zip.getEntry(name);
        if (entry == null) throw damaged(name);
        return entry;
    }

    private static Refused damaged(String name) {
        return Refused.invalid("file", "admin.backup.damaged", name);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

package dev.qiao.admin.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The files of the {@link dev.qiao.base.Vault}: each is under its SHA-256, written before its row, never changed, and taken away only
 * half a day or more after its last row, so that whatever lies there after the moment of the rows is at least what they need.
 */
final class Attachments {
    private static final String NAME = "[0-9a-f]{64}";
    private static final int LEVEL = 1;

    private final Path folder;
    private final Progress progress;
    private final List<String> damaged = new ArrayList<>();
    private long count;
    private long bytes;

    Attachments(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** One tar for each of the 256 folders at most: a million files are no million entries. */
    void write(ArchiveWriter archive) throws IOException {
        if (!Files.isDirectory(folder)) return;
        for (int i = 0; i < 256; i++) {
            var part = folder.resolve("%02x".formatted(i));
            if (Files.isDirectory(part)) write(part, archive);
        }
    }

    private void write(Path part, ArchiveWriter archive) throws IOException {
        List<Path> files;
        try (var all = Files.list(part)) {
            files = all.filter(file -> file.getFileName().toString().matches(NAME))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) return;
        try (var out = archive.entry("files/" + part.getFileName() + ".tar", LEVEL)) {
            var tar = new TarArchiveOutputStream(out, "UTF-8");
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (var file : files) write(file, tar);
            tar.finish();
            tar.flush();
        }
    }

    /** What is damaged is taken along as it is, and told: a backup with a broken picture is better than none. */
    private void write(Path file, TarArchiveOutputStream tar) throws IOException {
        var name = file.getFileName().toString();
        long size;
        var digest = ArchiveWriter.sha256();
        try (var opened = FileChannel.open(file, StandardOpenOption.READ);
                var in = new DigestInputStream(Channels.newInputStream(opened), digest)) {
            size = opened.size();
            var entry = new TarArchiveEntry(name);
            entry.setSize(size);
            tar.putArchiveEntry(entry);
            in.transferTo(tar);
        } catch (NoSuchFileException _) {
            return; // nobody wants it any more: it was taken away since the folder was listed
        }
        tar.closeArchiveEntry();
        if (!HexFormat.of().formatHex(digest.digest()).equals(name)) damaged.add(name);
        bytes += size;
        progress.at(Progress.Step.FILES, ++count, 0);
    }

    Manifest told(Manifest rows) {
        return new Manifest(
                rows.format(),
                rows.qiao(),
                rows.madeAt(),
                rows.point(),
                rows.postgres(),
                rows.migrations(),
                rows.tables(),
                rows.sequences(),
                rows.partitions(),
                rows.runs(),
                count,
                bytes,
                List.copyOf(damaged));
    }

    /** Lays all files out again, each durable. */
    void read(ArchiveReader archive, long all) throws IOException {
        for (var name : archive.entries()) {
            if (!name.matches("files/[0-9a-f]{2}\\.tar")) continue;
            var part = Files.createDirectories(folder.resolve(name.substring(6, 8)));
            try (var tar = new TarArchiveInputStream(archive.open(name), "UTF-8")) {
                for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                    if (!entry.getName().matches(NAME)) throw new IOException("unexpected path " + entry.getName());
                    read(tar, part.resolve(entry.getName()));
                    progress.at(Progress.Step.UNPACKING, ++count, all);
                }
            }
        }
    }

    private static void read(TarArchiveInputStream tar, Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            tar.transferTo(out);
            channel.force(true);
        }
    }
}

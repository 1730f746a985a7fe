package dev.qiao.admin.intake;

import dev.qiao.base.Refused;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported, and how.
 *
 * @param mapping a file, or the name of a shipped mapping; null: the shipped one that fits the columns
 * @param zone in which the file's dates are meant
 * @param charset null: found out
 * @param dry read and check only
 * @param rejects where rows go that cannot be taken
 */
public record Order(
        Path file,
        @Nullable String mapping,
        ZoneId zone,
        @Nullable Charset charset,
        boolean dry,
        Path rejects) {

    Survey survey() throws IOException {
        if (!Files.isRegularFile(file)) throw Refused.notFound("admin.no_file", file);
        var read = mapping == null ? null : MappingFile.read(mapping);
        try {
            return Survey.of(
                    file,
                    charset == null ? Lines.charset(file) : charset,
                    header -> read == null ? MappingFile.guessed(header) : read,
                    zone);
        } catch (EOFException | ZipException _) {
            throw Refused.invalid("file", "admin.broken_gzip", file);
        }
    }
}

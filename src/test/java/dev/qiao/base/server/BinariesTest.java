package dev.qiao.base.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Two programs that start for the first time at the same moment unpack beside each other. */
class BinariesTest {
    @TempDir
    Path temp;

    @Test
    void whoComesSecondUsesWhatTheFirstUnpackedAndLeavesNothingLyingAbout() throws IOException {
        var home = temp.resolve("postgres");
        Binaries.unpack(archive("first"), home);
        Binaries.unpack(archive("second"), home);
        assertThat(home.resolve("bin/postgres")).hasContent("first");
        try (var left = Files.list(temp)) {
            assertThat(left.map(path -> path.getFileName().toString()).filter(name -> name.startsWith("unpacking")))
                    .isEmpty();
        }
    }

    @Test
    void whereItCannotBePutThatIsSaid() throws IOException {
        var home = Files.writeString(temp.resolve("postgres"), "a file");
        assertThatThrownBy(() -> Binaries.unpack(archive("first"), home)).isInstanceOf(FileSystemException.class);
    }

    private URL archive(String content) throws IOException {
        var file = temp.resolve(content + ".txz");
        try (var tar =
                new TarArchiveOutputStream(new XZOutputStream(Files.newOutputStream(file), new LZMA2Options(0)))) {
            var bytes = content.getBytes(StandardCharsets.UTF_8);
            var entry = new TarArchiveEntry("bin/postgres");
            entry.setSize(bytes.length);
            tar.putArchiveEntry(entry);
            tar.write(bytes);
            tar.closeArchiveEntry();
        }
        return file.toUri().toURL();
    }
}

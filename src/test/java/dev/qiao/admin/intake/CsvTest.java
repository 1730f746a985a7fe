package dev.qiao.admin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.admin.intake.Csv.Broken;
import dev.qiao.admin.intake.Csv.Found;
import dev.qiao.admin.intake.Csv.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
    private final Path folder;

    CsvTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void quotesHoldSeparatorsQuotesAndLineEnds() throws IOException {
        assertThat(read("a,b\n\"x, \"\"y\"\"\",\"one\r\ntwo\"\n"))
                .containsExactly(new Row(2, List.of("x, \"y\"", "one\ntwo")));
    }

    @Test
    void aQuoteThatIsNeverClosedSpoilsOnlyItsLine() throws IOException {
        assertThat(read("a,b\n\"x,1\ny,2\nz,3\n"))
                .containsExactly(
                        new Broken(2, "\"x,1", "admin.row_open_quote"),
                        new Row(3, List.of("y", "2")),
                        new Row(4, List.of("z", "3")));
    }

    @Test
    void aQuoteInTheMiddleIsRefused() throws IOException {
        assertThat(read("a,b\n5\" disk\",1\ny,2\n"))
                .containsExactly(new Broken(2, "5\" disk\",1", "admin.row_stray_quote"), new Row(3, List.of("y", "2")));
    }

    @Test
    void semicolonsAndTabsSeparateToo() throws IOException {
        assertThat(read("a;b\n1,5;2\n")).containsExactly(new Row(2, List.of("1,5", "2")));
        assertThat(read("a\tb\n1\t2\n")).containsExactly(new Row(2, List.of("1", "2")));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        var file = file("\uFEFF编号,标题\n1,打印机\n".getBytes(StandardCharsets.UTF_8));
        try (var lines = Lines.of(file, Lines.charset(file))) {
            assertThat(Csv.of(lines).header()).containsExactly("编号", "标题");
        }
    }

    @Test
    void gb18030IsFoundOut() throws IOException {
        var file = file("编号,标题\n1,打印机卡纸\n".getBytes(Lines.GB18030));
        assertThat(Lines.charset(file)).isEqualTo(Lines.GB18030);
        assertThat(read(file)).containsExactly(new Row(2, List.of("1", "打印机卡纸")));
    }

    @Test
    void oneSpoiltLineDoesNotMakeAFileGb18030() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("编号,标题\n1,打印机\n2,".getBytes(StandardCharsets.UTF_8));
        bytes.write(new byte[] {(byte) 0xC3, (byte) 0x28, '\n'});
        bytes.write("3,网络\n".getBytes(StandardCharsets.UTF_8));
        var file = file(bytes.toByteArray());
        assertThat(Lines.charset(file)).isEqualTo(StandardCharsets.UTF_8);
        assertThat(read(file))
                .containsExactly(
                        new Row(2, List.of("1", "打印机")),
                        new Broken(3, "2,\uFFFD(", "admin.row_no_text"),
                        new Row(4, List.of("3", "网络")));
    }

    @Test
    void zippedFilesAreReadAsTheyAre() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(file(bytes.toByteArray()))).containsExactly(new Row(2, List.of("1", "2")));
    }

    private List<Found> read(String text) throws IOException {
        return read(file(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Found> read(Path file) throws IOException {
        try (var lines = Lines.of(file, Lines.charset(file))) {
            var csv = Csv.of(lines);
            csv.header();
            var all = new ArrayList<Found>();
            for (var found = csv.next(); found != null; found = csv.next()) all.add(found);
            return all;
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "rows", ".csv"), bytes);
    }
}

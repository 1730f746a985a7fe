package dev.qiao.base.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a file is what stood in the list, and nothing in it acts. */
class SheetTest {
    @TempDir
    Path folder;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> FORMULAS = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1");

    @Test
    void noTextOfACsvFileBeginsLikeAFormula() throws IOException {
        var out = new ByteArrayOutputStream();
        var paper = new CsvPaper(out, ZONE);
        for (var formula : FORMULAS) paper.row(List.of(formula));
        paper.finish();
        var text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeff'=1+1\r\n'+1\r\n'-1\r\n'@SUM(A1)\r\n");
        assertThat(text.lines().map(line -> line.replace("\"", "").replace("\ufeff", "")))
                .filteredOn(line -> !line.isEmpty() && !line.equals("=1"))
                .allMatch(line -> line.startsWith("'"));
    }

    @Test
    void numbersMomentsAndQuotesOfACsvFileStayWhatTheyAre() throws IOException {
        var out = new ByteArrayOutputStream();
        var paper = new CsvPaper(out, ZONE);
        paper.row(Arrays.asList(-5, Instant.parse("2026-11-22T01:30:00Z"), null, "说“\"好\"”, 谢谢", "两\n行"));
        paper.finish();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeff-5,2026-11-22 09:30,,\"说“\"\"好\"\"”, 谢谢\",\"两\n行\"\r\n");
    }

    @Test
    void noCellOfAWorkbookIsAFormula() throws IOException {
        var out = new ByteArrayOutputStream();
        var paper = new XlsxPaper(out, ZONE);
        for (var formula : FORMULAS) paper.row(List.of(formula));
        paper.row(Arrays.asList(7L, Instant.parse("2026-11-22T01:30:00Z"), null, "门\u0000禁 <&>"));
        paper.flush();
        paper.finish();
        var sheet = sheet(out.toByteArray());
        assertThat(sheet)
                .contains("=1+1", "&#x95e8;&#x7981; &lt;&amp;&gt;", "<v>7</v>")
                .doesNotContain("<f>");
    }

    private String sheet(byte[] book) throws IOException {
        var file = Files.write(folder.resolve("book.xlsx"), book);
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = Objects.requireNonNull(zip.getEntry("xl/worksheets/sheet1.xml"));
            return new String(zip.getInputStream(sheet).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

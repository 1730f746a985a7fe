package dev.qiao.admin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.base.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Files that are not what they should be, and mappings of other offices. */
class BrokenInputTest extends Intaking {
    @Test
    void aMappingOfAChineseOfficeIsReadAndOneThatIsNoTextIsCalledByItsName() throws IOException {
        var words = "source: 老系统\ncolumns:\n  ref: [单号]\n  opened_at: [时间]\n  title: [事由]\ndates: [yyyy-MM-dd]\n";
        var mapping = Files.createTempFile(folder, "mapping", ".yaml");
        Files.write(mapping, words.getBytes(Lines.GB18030));
        assertThat(run(file("单号,时间,事由\n1,2016-03-01,打印机卡纸\n"), mapping, () -> false)
                        .tickets())
                .isEqualTo(1);
        assertThat(only("老系统").matter().title()).isEqualTo("打印机卡纸");
        Files.write(mapping, new byte[] {'a', (byte) 0xff, (byte) 0xff, '\n'});
        assertThatThrownBy(() -> run(file("no,opened\n"), mapping, () -> false))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    var problem = refused.problems().getFirst();
                    assertThat(problem.key()).isEqualTo("admin.mapping_no_text");
                    assertThat(problem.arguments()).contains(mapping);
                });
    }

    @Test
    void aMappingThatSaysSomethingUnknownIsRefusedByName() throws IOException {
        var mapping = mapping("source=x\ncolumns.ref=no\ncolumns.opened_at=opened\ncolour=red\n");
        assertThatThrownBy(() -> run(file("no,opened\n"), mapping, () -> false))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.problems().getFirst().field()).isEqualTo("colour"));
    }

    @Test
    void aGzipThatIsCutOffOrDamagedIsCalledByItsNameAndNothingOfItIsStored() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(Files.readAllBytes(LOG));
        }
        var whole = bytes.toByteArray();
        var damaged = whole.clone();
        Arrays.fill(damaged, 40, 80, (byte) 0xFF);
        long before = number("select count(*) as n from ticket.imported");
        for (var broken : List.of(Arrays.copyOf(whole, whole.length / 2), Arrays.copyOf(whole, 5), damaged)) {
            var file = Files.write(Files.createTempFile(folder, "log", ".csv.gz"), broken);
            assertThatThrownBy(() -> run(file, null, () -> false))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(Why.told(refused, english()))
                                    .contains(file.toString(), "cut off or damaged"));
        }
        assertThat(number("select count(*) as n from ticket.imported")).isEqualTo(before);
    }

    @Test
    void aNulInARowIsCalledSo() throws IOException {
        var outcome = run(file("""
                编号,提交时间,状态,标题,优先级
                B1,2016-03-01 09:00,已解决,打印机\0卡纸,紧急
                """), null, () -> false);
        assertThat(outcome.reasons().keySet()).singleElement().asString().contains("NUL");
    }
}

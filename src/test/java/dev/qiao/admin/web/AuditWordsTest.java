package dev.qiao.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.base.web.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The audit is read by auditors. */
class AuditWordsTest {
    @Test
    void everyActThatIsAnnouncedHasAWordInEveryLanguage() throws IOException {
        var facts = Files.readAllLines(Path.of("src/test/resources/facts.txt"));
        assertThat(facts).hasSizeGreaterThan(100);
        for (var lang : Languages.shipped().all())
            assertThat(facts)
                    .allSatisfy(line -> assertThat(lang.has("admin.act." + line.split(" ")[0]))
                            .as("%s: %s", lang.tag(), line)
                            .isTrue());
    }
}

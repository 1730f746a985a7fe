package dev.qiao.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.journal.Restorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Nothing that can be configured is without a way back, or without a word why there is none. The journal itself refuses to write a
 * change whose kind nobody takes back; this looks for such kinds before anybody makes a change.
 */
@QiaoTest
class WayBackTest {
    private static final Path MAIN = Path.of("src/main/java/dev/qiao");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    /** What is written no more, and still taken back. */
    private static final Set<String> EARLIER = Set.of("admin.settings");

    /** Acts that change no configuration: the work itself, and what the desk noticed. Each has its own ways back. */
    private static final Set<String> WORK = Set.of(
            "ticket",
            "clock",
            "shift",
            "cover",
            "swap",
            "leave",
            "gaps",
            "alert",
            "alerts",
            "complaint",
            "suggestion",
            "survey");

    /** Coming in changes nothing, and neither does listening. */
    private static final Set<String> NOTHING = Set.of("person.signed_in", "source.heard", "source.gathered");

    private static final Pattern KIND = Pattern.compile("\"([a-z]+\\.[a-z_]+)\"");

    @Autowired
    ObjectProvider<Restorer> restorers;

    @Test
    void everyKindOfConfigurationThatIsWrittenHasAWayBack() {
        var ways = restorers.stream().map(Restorer::what).collect(Collectors.toCollection(TreeSet::new));
        var written = written();
        written.addAll(EARLIER);
        written.add("proof.thing");
        assertThat(ways).isEqualTo(written);
    }

    @Test
    void everyOtherChangeSaysWhyItStays() throws IOException {
        var texts = texts();
        var acts = Files.readAllLines(Path.of("src/test/resources/facts.txt")).stream()
                .map(line -> line.substring(0, line.indexOf(' ') < 0 ? line.length() : line.indexOf(' ')))
                .filter(act -> !act.equals("configured") && !NOTHING.contains(act))
                .filter(act -> !WORK.contains(act.substring(0, act.indexOf('.'))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(acts)
                .isNotEmpty()
                .allSatisfy(act -> assertThat(texts.containsKey("admin.stays." + act))
                        .as(act)
                        .isTrue());
    }

    @Test
    void everyKindAndEveryActHasAWord() throws IOException {
        var texts = texts();
        assertThat(written())
                .allSatisfy(what -> assertThat(texts.containsKey("admin.kind." + what))
                        .as(what)
                        .isTrue());
    }

    @Test
    void theWallSeesAKindThatWasForgotten() {
        assertThat(kinds("var facts = Configured.of(\"base.forgotten\", code, null, after);"))
                .containsExactly("base.forgotten");
        assertThat(kinds("String KIND = \"base.constant\"; x(\"base.key\"); Configured.of(KIND, code, null, after);"))
                .containsExactly("base.constant");
    }

    private static Set<String> written() {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(WayBackTest::read)
                    .filter(source -> source.contains("Configured.of("))
                    .flatMap(source -> kinds(source).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in the call itself; where a name stands there, the constants of the file, which then name nothing else. */
    private static Set<String> kinds(String source) {
        var calls = Pattern.compile("Configured\\.of\\(\\s*([^,]+),")
                .matcher(source)
                .results()
                .map(call -> call.group(1))
                .toList();
        var constants = Pattern.compile("String [A-Z]+ = (\"[^\"]*\");")
                .matcher(source)
                .results()
                .map(match -> match.group(1));
        var named = calls.stream().anyMatch(call -> !call.startsWith("\"")) ? constants : Stream.<String>of();
        return Stream.concat(calls.stream(), named)
                .map(KIND::matcher)
                .filter(match -> match.matches())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts() throws IOException {
        var texts = new Properties();
        try (var files = Files.newDirectoryStream(MESSAGES.resolve("zh_CN"))) {
            for (var file : files) {
                try (var reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
            }
        }
        return texts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

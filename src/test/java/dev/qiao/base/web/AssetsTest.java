package dev.qiao.base.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private final Assets assets = new Assets(new Languages(true));

    private String text(String file) {
        return new String(assets.find(file).orElseThrow().plain(), StandardCharsets.UTF_8);
    }

    @Test
    void everyIconThatAPageOrAMenuNamesIsDrawn() throws IOException {
        var drawn = Pattern.compile("<symbol id=\"(?:i-)?([a-z0-9-]+)\"")
                .matcher(text("icons.svg"))
                .results()
                .map(match -> match.group(1))
                .toList();
        var named = new TreeSet<String>();
        for (var file : sources()) {
            Pattern.compile(
                            "(?:\\bicon = |icon\\(page = page, name = |new Menu\\(\"[^\"]+\", \"[^\"]+\", )\"([a-z0-9-]+)\"(?! \\+)")
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(match -> named.add(match.group(1)));
        }
        assertThat(drawn).containsAll(named);
        assertThat(named).hasSizeGreaterThan(15);
    }

    @Test
    void theIconsAreWellFormed() {
        for (var file : List.of("icons.svg", "icon.svg")) {
            assertThatCode(() -> DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(text(file).getBytes(StandardCharsets.UTF_8))))
                    .doesNotThrowAnyException();
        }
        assertThat(text("icons.svg")).contains("ISC License");
    }

    @Test
    void everyModuleFindsWhatItImports() {
        for (var module : assets.modules()) {
            Pattern.compile("(?:from|import) '\\./([a-z]+\\.js)'")
                    .matcher(text(module))
                    .results()
                    .forEach(match -> assertThat(assets.find("js/" + match.group(1)))
                            .as(module)
                            .isPresent());
        }
    }

    @Test
    void whatIsServedHasNoCommentsAndSaysTheSame() throws IOException {
        for (var module : assets.modules()) {
            var source = Files.readString(Path.of("src/main/resources/web", module));
            assertThat(source.lines()
                            .filter(line -> line.chars().filter(c -> c == '`').count() % 2 == 1))
                    .as("a text over several lines would lose its indentation in " + module)
                    .isEmpty();
            assertThat(text(module).lines().map(String::strip))
                    .doesNotContain("")
                    .noneMatch(line -> line.startsWith("/*") || line.startsWith("*"))
                    .allMatch(source::contains);
        }
        assertThat(text("qiao.css")).contains("@layer reset,tokens").doesNotContain("LOOK.md");
    }

    @Test
    void thePageFrameStaysLight() {
        int packed = Stream.concat(
                        Stream.of("qiao.css", "icons.svg", "js/htmx.js", "js/words.zh-Hans.js"),
                        assets.modules().stream())
                .mapToInt(file -> assets.find(file).orElseThrow().packed().length)
                .sum();
        assertThat(packed).isLessThan(52_000);
    }

    @Test
    void pagesHaveNoStylesOrScriptsOfTheirOwn() throws IOException {
        for (var file : sources()) {
            if (!file.toString().endsWith(".jte")) continue;
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContainPattern("\\sstyle=|\\son[a-z]+=\"|<style|<script>|javascript:|hx-on|hx-vals='js");
        }
    }

    private static List<Path> sources() throws IOException {
        try (var all = Files.walk(Path.of("src/main/java/dev/qiao"))) {
            return all.filter(file -> file.toString().matches(".*\\.(jte|java)"))
                    .toList();
        }
    }
}

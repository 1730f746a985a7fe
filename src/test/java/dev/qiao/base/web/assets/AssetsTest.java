package dev.qiao.base.web.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.qiao.base.web.Languages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final Assets assets = new Assets(Languages.shipped());

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
    void everyModuleFindsWhatItImports() throws IOException {
        var found = new TreeSet<String>();
        for (var module : served()) {
            Pattern.compile("(?:from|import) '\\./([a-z]+\\.js)'|[( ]'\\./([a-z]+\\.js)'")
                    .matcher(text(module))
                    .results()
                    .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                    .forEach(other -> {
                        assertThat(assets.find("js/" + other)).as(module).isPresent();
                        found.add(other);
                    });
        }
        assertThat(found).contains("qiao.js", "worker.js", "palette.js").hasSizeGreaterThan(15);
    }

    @Test
    void whatEveryPageAsksForComesInOneFileAndNowhereElse() {
        assertThat(text("js/qiao.js"))
                .contains("function word(", "function toast(")
                .doesNotContain("import {");
        assertThat(served()).doesNotContain("js/page.js", "js/stream.js").contains("js/board.js");
        assertThat(text("js/board.js")).contains("import { toast } from './qiao.js';");
        assertThat(text("js/worker.js")).contains("function listen(").doesNotContain("import {", "document");
    }

    @Test
    void whatIsServedHasNoCommentsAndSaysTheSame() throws IOException {
        var sources = new StringBuilder();
        for (var module : modules()) {
            var source = Files.readString(module);
            assertThat(source.lines()
                            .filter(line -> line.chars().filter(c -> c == '`').count() % 2 == 1))
                    .as("a text over several lines would lose its indentation in " + module)
                    .isEmpty();
            sources.append(source);
        }
        for (var module : served())
            assertThat(text(module).lines().map(String::strip))
                    .as(module)
                    .doesNotContain("")
                    .noneMatch(line -> line.startsWith("/*") || line.startsWith("*"))
                    .allMatch(
                            line -> sources.indexOf(line) >= 0
                                    || line.matches(
                                            "(const|return|export) \\{ .*|await \\(async .*|\\}\\)\\(\\);|import .*'./qiao.js';"));
        assertThat(text("qiao.css")).contains("@layer reset,tokens").doesNotContain("LOOK.md");
    }

    @Test
    void thePageFrameStaysLight() {
        int packed = Stream.of("qiao.css", "icons.svg", "js/htmx.js", "js/words.zh-Hans.js", "js/qiao.js")
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

    private List<String> served() {
        return modules().stream()
                .map(module -> "js/" + module.getFileName())
                .filter(module -> assets.find(module).isPresent())
                .toList();
    }

    private static List<Path> modules() {
        try (var all = Files.walk(Path.of("src/main/resources/web/js"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources() throws IOException {
        try (var all = Files.walk(Path.of("src/main/java/dev/qiao"))) {
            return all.filter(file -> file.toString().matches(".*\\.(jte|java)"))
                    .toList();
        }
    }
}

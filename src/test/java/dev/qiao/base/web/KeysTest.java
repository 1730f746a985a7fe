package dev.qiao.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One table of keys: what it does not name acts on nothing and is told to nobody. */
class KeysTest {
    private static final Path TABLE = Path.of("src/main/resources/web/js/keytable.js");
    private static final Pattern LINE =
            Pattern.compile("(?m)^ {4}(line|presses|goes)\\((?:\\w+, )?'(\\w+)', '(\\w+)'(?:, '([^']+)')?(.*)\\),$");
    private static final Pattern STANDS = Pattern.compile("data-key=\"([^\"$]+)\"|\\bkey = \"([^\"]+)\"");
    private static final Pattern VERB = Pattern.compile("\"([A-Z])\",\\s+\"(?:get|post|delete)\"");

    private record Key(String kind, String code, String does, String shown, String more) {}

    private final List<Key> keys = LINE.matcher(read(TABLE))
            .results()
            .map(m -> new Key(m.group(1), m.group(2), m.group(3), String.valueOf(m.group(4)), m.group(5)))
            .toList();

    @Test
    void everyKeyOnAPageStandsInTheTable() throws IOException {
        var pressed = keys.stream()
                .filter(k -> k.kind().equals("presses")
                        || k.more().contains("press:")
                        || k.code().equals("Escape"))
                .map(k -> k.code().equals("Escape") ? "Escape" : k.shown())
                .collect(Collectors.toSet());
        var unknown = new TreeMap<String, List<String>>();
        try (var files = Files.walk(Path.of("src/main/java/dev/qiao"))) {
            files.filter(Files::isRegularFile).forEach(file -> {
                var strange = stands(file, read(file)).stream()
                        .filter(key -> !pressed.contains(key))
                        .toList();
                if (!strange.isEmpty()) unknown.put(file.toString(), strange);
            });
        }
        assertThat(pressed).contains("A", "R", "I", "E", "/");
        assertThat(unknown).isEmpty();
    }

    @Test
    void noKeyMeansTwoThings() {
        var single = keys.stream()
                .filter(k -> !k.more().contains("native") && !k.more().contains("shift"))
                .map(k -> k.kind().equals("goes") + k.code())
                .toList();
        assertThat(single).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }

    @Test
    void everyKeyIsSaidInWords() {
        var said = read(Path.of("src/main/resources/messages/zh_CN/base.keys.properties"))
                .lines()
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toSet());
        assertThat(keys.stream().map(k -> "base.js.key." + k.does()).filter(key -> !said.contains(key)))
                .isEmpty();
    }

    private static List<String> stands(Path file, String text) {
        var found = new ArrayList<String>();
        if (file.toString().endsWith(".jte"))
            STANDS.matcher(text).results().forEach(m -> found.add(m.group(1) == null ? m.group(2) : m.group(1)));
        if (Set.of("Verb.java").contains(String.valueOf(file.getFileName())))
            VERB.matcher(text).results().forEach(m -> found.add(m.group(1)));
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

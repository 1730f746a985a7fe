package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The wall around words: they stand in the bundles, in three languages, and nowhere else. */
class TextsTest {
    private static final Path MAIN = Path.of("src/main/java/dev/qiao");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final List<String> LANGUAGES = List.of("zh_CN", "zh_TW", "en");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private static final Pattern CJK = Pattern.compile("[\\p{IsHan}\\u3000-\\u30ff\\uff00-\\uffef]");

    /** A language is called by its own name, whatever the reader's is. */
    private static final Set<String> OWN_SCRIPT =
            Set.of("admin.language.zh-CN", "admin.language.zh-TW", "people.language.zh-CN", "people.language.zh-TW");

    /** A key as a literal: small words with points, beginning with the name of a room; with a plus behind it only its beginning. */
    private static final Pattern KEY = Pattern.compile("\"([a-z]+\\.[a-z_0-9.]*)\"(\\s*\\+)?");

    /** Batches and workers, which are called like keys but are none. */
    private static final Set<String> NAMES = Set.of(
            "ticket.open",
            "ticket.closes",
            "ticket.returns",
            "ticket.tallies_are_counts",
            "ticket.due_is_nearest_clock",
            "ticket.open_assignment_is_place",
            "ticket.files_are_their_hashes",
            "ticket.open_work_is_with_who_is_here");

    private final Map<String, Properties> texts = LANGUAGES.stream().collect(Collectors.toMap(l -> l, TextsTest::all));

    @Test
    void everyKeyExistsInAllLanguages() {
        var keys = new TreeSet<String>();
        texts.values().forEach(words -> keys.addAll(words.stringPropertyNames()));
        for (var language : LANGUAGES) {
            var missing = new TreeSet<>(keys);
            missing.removeAll(texts.get(language).stringPropertyNames());
            assertThat(missing).as("missing in " + language).isEmpty();
        }
    }

    @Test
    void everyTextHasTheSamePlacesInAllLanguages() {
        var place = Pattern.compile("\\{(\\d)");
        for (var key : texts.get("zh_CN").stringPropertyNames()) {
            var places = LANGUAGES.stream()
                    .map(language -> place.matcher(texts.get(language).getProperty(key, ""))
                            .results()
                            .map(match -> match.group(1))
                            .collect(Collectors.toCollection(TreeSet::new)))
                    .distinct()
                    .toList();
            // A date names its month by number in Chinese and by word in English.
            if (!key.startsWith("base.date")) assertThat(places).as(key).hasSize(1);
        }
    }

    @Test
    void noTextIsEmptyOrShouts() {
        texts.forEach((language, words) -> words.forEach((key, text) -> {
            assertThat((String) text).as(language + " " + key).isNotBlank();
            assertThat((String) text)
                    .as(language + " " + key)
                    .doesNotContain("!")
                    .doesNotContain("！");
        }));
        assertThat(texts.get("zh_CN").values().stream().map(Object::toString))
                .noneMatch(text -> text.contains("成功") || text.contains("暂无数据") || text.contains("系统繁忙"));
    }

    /** Big5 holds what is written in Taiwan, and no character that exists only in the simplified script. */
    @Test
    void theTraditionalTextsHoldNoSimplifiedCharacter() {
        assertThat(texts.get("zh_TW").entrySet().stream()
                        .filter(text -> !OWN_SCRIPT.contains(text.getKey()))
                        .filter(text -> CHINESE.matcher(text.getValue().toString())
                                .results()
                                .anyMatch(match -> simplifiedOnly(match.group())))
                        .map(Object::toString))
                .isEmpty();
    }

    @Test
    void theEnglishTextsHoldNothingChinese() {
        assertThat(texts.get("en").entrySet().stream()
                        .filter(text -> !OWN_SCRIPT.contains(text.getKey()))
                        .filter(text -> CJK.matcher(text.getValue().toString()).find())
                        .map(Object::toString))
                .isEmpty();
    }

    @Test
    void theWallSeesWhatIsSimplified() {
        assertThat("这简为设".codePoints().mapToObj(Character::toString)).allMatch(TextsTest::simplifiedOnly);
        assertThat("這簡體為工單設".codePoints().mapToObj(Character::toString)).noneMatch(TextsTest::simplifiedOnly);
        assertThat(CJK.matcher("Take back，now").find()).isTrue();
    }

    private static boolean simplifiedOnly(String character) {
        return Charset.forName("GB2312").newEncoder().canEncode(character)
                && !Charset.forName("Big5").newEncoder().canEncode(character);
    }

    @Test
    void everyKeyThatIsUsedExists() {
        var known = texts.get("zh_CN").stringPropertyNames();
        var rooms =
                known.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        var broken = new TreeMap<String, Set<String>>();
        for (var file : files(".java", ".jte").toList()) {
            var missing = missing(read(file), rooms, known);
            if (!missing.isEmpty()) broken.put(file.toString(), missing);
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void whateverHappensToATicketHasWordsInItsTimeline() throws IOException {
        var keys = texts.get("zh_CN").stringPropertyNames();
        var acts = Files.readAllLines(Path.of("src/test/resources/facts.txt")).stream()
                .map(line -> line.split(" ")[0])
                .filter(act -> act.startsWith("ticket.") || act.startsWith("clock."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(acts).hasSizeGreaterThan(20).allSatisfy(act -> {
            var own = "ticket.story." + act.replaceFirst("^ticket\\.", "");
            assertThat(keys).as(act).anyMatch(key -> key.startsWith(own) || key.equals("base.story." + act));
        });
    }

    @Test
    void noTemplateAndNoClassSaysAnythingItself() {
        assertThat(files(".jte").flatMap(file -> spoken(file).stream()).toList())
                .isEmpty();
        assertThat(files(".java")
                        .flatMap(file -> chineseLiterals(file).stream())
                        .toList())
                .isEmpty();
    }

    @Test
    void theWallSeesWhatIsSaid() {
        assertThat(words("<p>Hello</p>")).containsExactly("Hello");
        assertThat(words("<p title=\"Hello\">${page.t(\"a.b\")}</p>")).containsExactly("Hello");
        assertThat(words("@if(x > 1)<b>${name}</b>@endif")).isEmpty();
        assertThat(words("@template.base.web.blank(text = page.t(\"a.b\"), body = @`<i>Hello</i>`)"))
                .containsExactly("Hello");
        assertThat(words("<p>确定</p>")).containsExactly("确定");
        assertThat(missing("page.t(\"base.nowhere\")", Set.of("base"), Set.of("base.home")))
                .containsExactly("base.nowhere");
    }

    private static Set<String> missing(String source, Set<String> rooms, Set<String> known) {
        var plain = source.replaceAll("(?m)^\\s*(\\*|//|/\\*|@import|import|package|@Value).*$", "")
                .replaceAll(
                        "String name\\(\\) \\{\\s*return \"[^\"]*\"|String [A-Z]+ = \"[^\"]*\"|new Walk<>\\(\"[^\"]*\"|Configured.of\\(\\s*\"[^\"]*\"|new Restorer\\(\\s*\"[^\"]*\"",
                        "");
        return KEY.matcher(plain)
                .results()
                .filter(key ->
                        rooms.contains(key.group(1).substring(0, key.group(1).indexOf('.'))))
                .filter(key -> !NAMES.contains(key.group(1)))
                .filter(key -> key.group(2) == null && !key.group(1).endsWith(".")
                        ? !known.contains(key.group(1))
                        : known.stream().noneMatch(text -> text.startsWith(key.group(1))))
                .map(key -> key.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> spoken(Path file) {
        return words(read(file)).stream().map(word -> file + ": " + word).toList();
    }

    /** What a template says itself: text between tags, and attributes that are read aloud or seen. */
    private static List<String> words(String template) {
        var html = TemplateText.of(template)
                .replaceAll("(?s)<kbd>.*?</kbd>|<code>.*?</code>|<meta [^>]*>|<!--.*?-->|&[a-z]+;", "");
        var found = new ArrayList<String>();
        Pattern.compile("(?:title|alt|aria-label|placeholder)=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .forEach(match -> found.add(match.group(1)));
        for (var text :
                html.replaceAll("<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", "\n").split("\n")) found.add(text.strip());
        return found.stream()
                .filter(text -> CHINESE.matcher(text).find() || text.matches("(?s).*[A-Za-z]{2,}.*"))
                .filter(text -> !text.equals("VIP"))
                .toList();
    }

    /** Synonyms, the company of the demonstration and patterns of what people type are not said to anybody. */
    private static List<String> chineseLiterals(Path file) {
        if (file.endsWith("base/Words.java") || file.startsWith(MAIN.resolve("demo"))) return List.of();
        return Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"")
                .matcher(read(file).replaceAll("(?m)^\\s*(\\*|//|/\\*).*$", ""))
                .results()
                .map(match -> match.group())
                .filter(literal -> CHINESE.matcher(literal).find() && !literal.contains("\\\\"))
                .map(literal -> file + ": " + literal)
                .toList();
    }

    private static Stream<Path> files(String... endings) {
        try (var all = Files.walk(MAIN)) {
            return all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties all(String language) {
        var words = new Properties();
        try (var files = Files.newDirectoryStream(MESSAGES.resolve(language))) {
            for (var file : files) {
                try (var reader = Files.newBufferedReader(file)) {
                    words.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

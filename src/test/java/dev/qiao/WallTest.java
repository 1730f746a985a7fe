package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls inside the house. Each is a question to one file's text, and each is shown to fall when it is broken. */
class WallTest {
    private static final Path HOUSE = Path.of("src/main/java/dev/qiao");
    private static final Set<String> VERBS = Set.of("index", "show", "form", "create", "edit", "update", "destroy");
    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:from|join|update|into|exists)\\s+([a-z_]+)\\.[a-z_]+");
    private static final Pattern VIEW =
            Pattern.compile("(?i)\\b(?:from|join)\\s+([a-z_]+)\\.(?:published|[a-z_]+_published)\\b");
    private static final Pattern HANDLER = Pattern.compile(
            "@(?:Get|Post|Put|Patch|Delete)Mapping(?:\\((?:[^()]|\\([^()]*\\))*\\))?\\s+(?:@\\w+(?:\\([^)]*\\))?\\s+)*(?:public\\s+)?[\\w<>\\[\\]?,. ]+?\\s(\\w+)\\(");
    private static final Pattern NAME = Pattern.compile(
            "(?:class|record|interface|enum)\\s+(\\w+(?:Impl|Manager|Util|Utils|Helper|Dto|(?<!By)Service))\\b");

    /** A room's SQL names its own schema; the roof also reads what others publish. */
    static List<String> foreignTables(String room, Set<String> rooms, String java) {
        var text = VIEW.matcher(java)
                .replaceAll(m -> room.equals("report") ? "" : m.group().replace("$", "\\$"));
        return TABLE.matcher(text)
                .results()
                .map(m -> m.group(1))
                .filter(schema -> rooms.contains(schema) && !schema.equals(room))
                .distinct()
                .toList();
    }

    static List<String> foreignVerbs(String java) {
        return HANDLER.matcher(java)
                .results()
                .map(m -> m.group(1))
                .filter(name -> !VERBS.contains(name))
                .toList();
    }

    static List<String> emptyNames(String java) {
        return NAME.matcher(java).results().map(m -> m.group(1)).toList();
    }

    @Test
    void sqlStaysInItsRoom() {
        var rooms = rooms();
        assertThat(broken(".java", (file, text) -> foreignTables(room(file), rooms, text)))
                .isEmpty();
        assertThat(foreignTables("ticket", rooms, "select 1 from people.person p"))
                .containsExactly("people");
        assertThat(foreignTables("report", rooms, "select 1 from ticket.ticket t join sla.clocks_published c"))
                .containsExactly("ticket");
    }

    @Test
    void controllersKnowSevenVerbs() {
        assertThat(broken(".java", (_, text) -> foreignVerbs(text))).isEmpty();
        assertThat(foreignVerbs("@PostMapping(\"/x\")\n    String accept(long n) {"))
                .containsExactly("accept");
    }

    @Test
    void namesSaySomething() {
        assertThat(broken(".java", (_, text) -> emptyNames(text))).isEmpty();
        assertThat(emptyNames("final class TicketManager {")).containsExactly("TicketManager");
    }

    @Test
    void filesFitIntoAHead() {
        assertThat(broken(".java", (_, text) -> tooLong(text))).isEmpty();
        assertThat(tooLong("\n".repeat(301))).isNotEmpty();
    }

    private static List<String> tooLong(String text) {
        long lines = text.lines().count();
        return lines > 300 ? List.of(lines + " lines") : List.of();
    }

    @Test
    void foldersFitOnAScreen() {
        assertThat(crowded(files(""))).isEmpty();
        assertThat(crowded(Collections.nCopies(40, Path.of("attic/chest.java"))))
                .containsExactly("attic");
        assertThat(crowded(Collections.nCopies(39, Path.of("attic/chest.java"))))
                .isEmpty();
    }

    private static Set<String> crowded(List<Path> files) {
        var counts = new TreeMap<String, Integer>();
        files.forEach(file -> counts.merge(file.getParent().toString(), 1, Integer::sum));
        counts.values().removeIf(count -> count < 40);
        return counts.keySet();
    }

    @Test
    void templatesHaveNoScriptAndNoStyle() {
        assertThat(broken(".jte", (_, text) -> inline(text))).isEmpty();
        assertThat(inline("<p style=\"color:red\" onclick=\"x()\">")).hasSize(2);
    }

    private static List<String> inline(String text) {
        return Pattern.compile("<script(?![^>]*\\ssrc=)|\\sstyle=\"|\\son[a-z]+=\"")
                .matcher(text)
                .results()
                .map(m -> m.group().strip())
                .toList();
    }

    /** What a version guards two people can have open; then what crosses is merged. */
    @Test
    void editsThatKnowAVersionAreMergedWhereTheyCross() {
        assertThat(broken(".jte", (_, text) -> unmerged(text))).isEmpty();
        assertThat(unmerged("<form><input type=\"hidden\" name=\"seen\" value=\"1\"></form>"))
                .hasSize(1);
    }

    private static List<String> unmerged(String text) {
        return Pattern.compile("<form(?s:.*?)</form>")
                .matcher(text)
                .results()
                .map(m -> m.group())
                .filter(form -> form.contains("name=\"seen\" value=") && !form.contains("part.opened("))
                .map(form -> form.lines().findFirst().orElse(""))
                .toList();
    }

    /** Controllers' templates stand beside them or below. */
    @Test
    void templatesStandBesideTheirControllers() {
        assertThat(broken("Controller.java", (_, text) -> missing(text))).isEmpty();
        assertThat(missing("return \"attic/web/index\"; return \"admin/web/audit\";"))
                .containsExactly("attic/web/index");
    }

    private static List<String> missing(String text) {
        return Pattern.compile("return \"([a-z]+(?:/[a-z_]+)+)\";")
                .matcher(text)
                .results()
                .map(m -> m.group(1))
                .filter(name -> !Files.exists(HOUSE.resolve(name + ".jte")))
                .toList();
    }

    private static List<String> broken(String ending, BiFunction<Path, String, List<String>> wall) {
        var found = new ArrayList<String>();
        files(ending)
                .forEach(file ->
                        wall.apply(file, read(file)).forEach(what -> found.add(HOUSE.relativize(file) + ": " + what)));
        return found;
    }

    private static List<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(HOUSE)) {
            return all.filter(f -> Files.isRegularFile(f) && f.toString().endsWith(ending))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> rooms() {
        try (Stream<Path> all = Files.list(HOUSE)) {
            var rooms = new TreeSet<String>();
            all.filter(Files::isDirectory)
                    .forEach(d -> rooms.add(d.getFileName().toString()));
            return rooms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String room(Path file) {
        return HOUSE.relativize(file).getName(0).toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

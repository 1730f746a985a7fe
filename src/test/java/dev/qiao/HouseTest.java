package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The plan of the house: arrows run down only, and ARCHITECTURE.md says what the code says. */
class HouseTest {
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("base", 0),
            Map.entry("journal", 1),
            Map.entry("calendar", 2),
            Map.entry("people", 3),
            Map.entry("sla", 4),
            Map.entry("asset", 4),
            Map.entry("ticket", 5),
            Map.entry("dispatch", 6),
            Map.entry("feedback", 6),
            Map.entry("channel", 7),
            Map.entry("report", 8),
            Map.entry("admin", 8));

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z]+) \\| [^|]+ \\| ([^|]+) \\|$");

    @Test
    void everyArrowIsOneThatItsRoomDeclares() {
        ApplicationModules.of(Qiao.class).verify();
    }

    @Test
    void everyDeclaredArrowRunsDown() throws IOException {
        for (var room : FLOORS.keySet()) {
            assertThat(declared(room))
                    .as(room)
                    .allSatisfy(other -> assertThat(FLOORS.get(other))
                            .as(room + " → " + other)
                            .isLessThan(FLOORS.get(room)));
        }
    }

    @Test
    void anArrowThatRunsUpWouldBeSeen() {
        assertThatThrownBy(() -> assertThat(FLOORS.get("ticket")).isLessThan(FLOORS.get("asset")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void architectureNamesEveryRoomWithItsSentenceAndItsArrows() throws IOException {
        var rows = new TreeMap<String, String>();
        ROW.matcher(Files.readString(Path.of("ARCHITECTURE.md")))
                .results()
                .forEach(m -> rows.put(m.group(1), m.group(2)));
        rows.remove("room");
        assertThat(rows.keySet()).isEqualTo(new TreeSet<>(FLOORS.keySet()));
        for (var room : rows.keySet()) {
            assertThat(declared(room))
                    .as(room)
                    .allSatisfy(other -> assertThat(named(rows.get(room))).contains(other));
        }
    }

    /** "floor 0, sla, ticket" in words of rooms. */
    private static Set<String> named(String cell) {
        var ground = Set.of("base", "journal", "calendar", "people");
        var tools = Set.of("sla", "asset");
        var all = new TreeSet<>(Arrays.asList(cell.split("[,\\s]+")));
        if (cell.contains("floor")) all.addAll(ground);
        if (cell.contains("floors 0, 1")) all.addAll(tools);
        return all;
    }

    private static Set<String> declared(String room) throws IOException {
        var info = Files.readString(Path.of("src/main/java/dev/qiao", room, "package-info.java"));
        var list = info.substring(info.indexOf("allowedDependencies"), info.indexOf("package dev.qiao"));
        return Pattern.compile("\"([a-z]+)(?:::[a-z]+)?\"")
                .matcher(list)
                .results()
                .map(m -> m.group(1))
                .filter(name -> !name.equals(room))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

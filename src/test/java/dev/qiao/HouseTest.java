package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

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
            Map.entry("signal", 6),
            Map.entry("feedback", 6),
            Map.entry("channel", 7),
            Map.entry("report", 8),
            Map.entry("admin", 8));

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z]+) \\| ([^|]+) \\| ([^|]+) \\|$");

    @Test
    void everyArrowIsOneThatItsRoomDeclares() {
        ApplicationModules.of(Qiao.class).verify();
    }

    @Test
    void anArrowThatItsRoomDoesNotDeclareIsSeen() {
        var broken = ApplicationModules.of("broken", (ImportOption) _ -> true);
        assertThatThrownBy(broken::verify).isInstanceOf(Violations.class).hasMessageContaining("attic");
    }

    @Test
    void everyDeclaredArrowRunsDown() throws IOException {
        for (var room : FLOORS.keySet()) assertThat(up(room, declared(room))).isEmpty();
        assertThat(up("asset", Set.of("base", "ticket"))).containsExactly("asset → ticket");
    }

    private static List<String> up(String room, Set<String> others) {
        return others.stream()
                .filter(other -> FLOORS.get(other) >= FLOORS.get(room))
                .map(other -> room + " → " + other)
                .toList();
    }

    @Test
    void architectureNamesEveryRoomWithItsSentenceAndItsArrows() throws IOException {
        var rows = new TreeMap<String, String>();
        ROW.matcher(Files.readString(Path.of("ARCHITECTURE.md")))
                .results()
                .forEach(m -> rows.put(m.group(1), m.group(2) + " | " + m.group(3)));
        rows.remove("room");
        var rooms = new TreeMap<String, String>();
        for (var room : FLOORS.keySet()) rooms.put(room, sentence(room) + " | " + arrows(declared(room)));
        assertThat(rows).isEqualTo(rooms);
    }

    private static String arrows(Set<String> others) {
        var down = others.stream().sorted(Comparator.comparing(FLOORS::get)).toList();
        return down.isEmpty() ? "–" : String.join(", ", down);
    }

    private static String sentence(String room) throws IOException {
        var first = info(room).lines().findFirst().orElseThrow();
        return first.substring("/** ".length(), first.indexOf(". */"));
    }

    private static Set<String> declared(String room) throws IOException {
        var info = info(room);
        var list = info.substring(info.indexOf("allowedDependencies"), info.indexOf("package dev.qiao"));
        return Pattern.compile("\"([a-z]+)(?:::[a-z]+)?\"")
                .matcher(list)
                .results()
                .map(m -> m.group(1))
                .filter(name -> !name.equals(room))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String info(String room) throws IOException {
        return Files.readString(Path.of("src/main/java/dev/qiao", room, "package-info.java"));
    }
}

package dev.qiao.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Measures the desk as its users meet it: {@code bin/bench} starts this. Prints, never asserts. */
@SuppressWarnings("try") // a desk waits for its end
final class Bench {
    private static final int SMALL = 10_000;
    private static final int LARGE = 1_000_000;
    private static final int LIVE_PAGES = 50;

    private Bench() {}

    static void main(String[] args) throws Exception {
        var typed = List.of(args);
        boolean quick = typed.contains("--quick");
        int large = typed.contains("--tickets") ? Integer.parseInt(typed.get(typed.indexOf("--tickets") + 1)) : LARGE;
        Table.head(String.join(" ", typed));
        if (typed.contains("--logs")) {
            Logs.measure(Path.of(typed.getLast()));
            return;
        }
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-data.");
        FileSystemUtils.deleteRecursively(data);
        try {
            if (typed.contains("--create")) {
                createOnly(data);
                return;
            }
            if (typed.contains("--signals")) {
                signalsOnly(data);
                return;
            }
            start(data);
            measure(data, quick ? SMALL : large);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static void start(Path data) throws Exception {
        Table.seconds("first-start", timed(data), 8, "to the first page, an empty folder");
        Table.seconds("start", timed(data), 3, "to the first page, existing data");
    }

    private static Duration timed(Path data) throws Exception {
        try (var desk = Desk.start(data)) {
            return desk.opened();
        }
    }

    private static void measure(Path data, int most) throws Exception {
        try (var fixture = new Fixture(data, LIVE_PAGES)) {
            fixture.seed(SMALL);
            try (var desk = Desk.start(data)) {
                desk.settle();
                var small = new Lists(desk, fixture).measure(SMALL, null);
                if (most > SMALL) {
                    desk.close();
                    fixture.seed(most);
                    try (var again = Desk.start(data)) {
                        again.settle();
                        new Lists(again, fixture).measure(most, small);
                        rest(again, fixture, most, data);
                    }
                } else {
                    rest(desk, fixture, most, data);
                }
            }
        }
    }

    /** For whoever works on the speed of opening: that alone, on a desk of the small size. */
    private static void createOnly(Path data) throws Exception {
        Files.createDirectories(data);
        try (var fixture = new Fixture(data, LIVE_PAGES)) {
            fixture.seed(SMALL);
            try (var desk = Desk.start(data)) {
                desk.settle();
                var creating = Creating.measure(desk, fixture);
                desk.close();
                creating.compare();
            }
        }
    }

    /** What machines send and what is made of it, on a desk of the small size. */
    private static void signalsOnly(Path data) throws Exception {
        Files.createDirectories(data);
        try (var fixture = new Fixture(data, LIVE_PAGES)) {
            fixture.seed(SMALL);
            try (var desk = Desk.start(data)) {
                desk.settle();
                var storm = signals(desk, fixture, data);
                desk.close();
                storm.compare();
            }
        }
    }

    private static Storm signals(Desk desk, Fixture fixture, Path data) throws Exception {
        var storm = Storm.measure(desk, fixture, data);
        LogLines.measure(desk, fixture, data);
        Samples.measure(desk, fixture, data);
        Looking.measure(desk, fixture);
        return storm;
    }

    private static void rest(Desk desk, Fixture fixture, int tickets, Path data) throws Exception {
        Weight.measure(desk, fixture);
        Counting.measure(desk, fixture, Lists.size(tickets));
        Live.measure(desk, fixture, LIVE_PAGES);
        Due.measure(desk, fixture, tickets);
        desk.settle();
        var creating = Creating.measure(desk, fixture);
        Bulk.measure(desk, fixture);
        var storm = signals(desk, fixture, data);
        desk.close();
        creating.compare();
        storm.compare();
    }
}

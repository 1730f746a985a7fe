package dev.qiao.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One act on thousands of tickets, done in the background with the manager's rights for each, while an engineer works on. */
final class Bulk {
    private static final int TICKETS = 10_000;
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern DONE = Pattern.compile("\"done\":(\\d+)");

    private Bulk() {}

    static void measure(Desk desk, Fixture fixture) throws IOException, InterruptedException {
        var numbers = fixture.owner().queryForList("""
                select number from ticket.ticket where stage in ('waiting', 'working') order by number desc limit ?
                """, Long.class, TICKETS);
        var wish = """
                {"act":"tag","tags":["年检"],"tickets":[%s]}""".formatted(numbers.stream().map(String::valueOf).collect(Collectors.joining(",")));
        var pages = new ArrayList<Double>();
        try (var manager = new Wire(desk.port(), fixture.staff().manager().program());
                var engineer = new Wire(
                        desk.port(), fixture.staff().engineers().getFirst().browser())) {
            long began = System.nanoTime();
            var answer = manager.post("/api/v1/bulk", "", wish).must(201).text();
            var job = "/api/v1/bulk/" + first(ID, answer);
            while (!answer.contains("\"state\":\"ended\"")) {
                pages.add(page(engineer));
                Thread.sleep(50);
                answer = manager.get(job).must(200).text();
            }
            told(numbers.size(), first(DONE, answer), (System.nanoTime() - began) / 1e9, pages);
        }
    }

    private static void told(int tickets, long done, double seconds, List<Double> pages) {
        double p99 = Table.percentile(pages.stream().mapToDouble(t -> t).toArray(), 99);
        Table.row(
                "bulk",
                "%d of %d tickets tagged in %.1f s; the queue meanwhile p99 %.1f ms"
                        .formatted(done, tickets, seconds, p99),
                "the desk ≤ 100 ms",
                p99 / 100);
    }

    private static double page(Wire engineer) throws IOException {
        long began = System.nanoTime();
        engineer.get("/tickets").must(200);
        return (System.nanoTime() - began) / 1e6;
    }

    private static long first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) throw new IllegalStateException("no " + pattern + " in " + text);
        return Long.parseLong(found.group(1));
    }
}

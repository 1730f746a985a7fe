package dev.qiao.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/** How soon other people's pages hear of an act, and what desk and server hold in memory meanwhile. */
final class Live {
    private static final int ACTS = 60;
    private static final int PAUSE = 250;
    private static final Pattern EVENT = Pattern.compile("\"kind\":\"ticket\",\"id\":(\\d+)");

    private Live() {}

    static void measure(Desk desk, Fixture fixture, int pages) throws Exception {
        var acted = new ConcurrentHashMap<Long, Long>();
        var heard = new ConcurrentLinkedQueue<Double>();
        var streams = new ArrayList<Wire>();
        int acts;
        try {
            for (var engineer : fixture.staff().engineers()) {
                var stream = new Wire(desk.port(), engineer.browser()).follow("/live");
                streams.add(stream);
                Thread.ofVirtual().start(() -> listen(stream, acted, heard));
            }
            Thread.sleep(1_000);
            acts = act(desk, fixture, acted);
            Thread.sleep(2_000);
            Memory.measure(desk.pid(), fixture.server(), pages);
        } finally {
            for (var stream : streams) stream.close();
        }
        var times = heard.stream().mapToDouble(t -> t).toArray();
        double p99 = times.length < acts * pages ? Double.POSITIVE_INFINITY : Table.percentile(times, 99);
        Table.row(
                "live",
                "p99 %.0f ms, %d pages, %d of %d events heard".formatted(p99, pages, times.length, acts * pages),
                "≤ 1000 ms",
                p99 / 1_000);
    }

    /** Comments on one open ticket after the other, each by the manager, each heard by every engineer of its team. */
    private static int act(Desk desk, Fixture fixture, ConcurrentHashMap<Long, Long> acted) throws Exception {
        var numbers =
                fixture.owner().queryForList("""
                select number from ticket.ticket where team_id = ? and stage in ('waiting', 'working') order by number desc limit ?
                """, Long.class, fixture.staff().team(), ACTS);
        try (var wire = new Wire(desk.port(), fixture.staff().manager().program())) {
            for (var number : numbers) {
                acted.put(number, System.nanoTime());
                wire.post("/api/v1/tickets/" + number + "/comments", "", "{\"text\":\"请看一下\"}")
                        .must(201);
                Thread.sleep(PAUSE);
            }
        }
        return numbers.size();
    }

    /** The first word of each ticket counts; what readers do to it afterwards is told again. */
    private static void listen(Wire stream, ConcurrentHashMap<Long, Long> acted, Queue<Double> heard) {
        var known = new HashSet<Long>();
        try {
            while (true) {
                var event = EVENT.matcher(stream.line());
                if (!event.find()) continue;
                var number = Long.valueOf(event.group(1));
                var at = acted.get(number);
                if (at != null && known.add(number)) heard.add((System.nanoTime() - at) / 1e6);
            }
        } catch (IOException _) {
            // The bench has closed it.
        }
    }
}

package dev.qiao.bench;

import dev.qiao.bench.Staff.SignedIn;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long pages take from the first byte asked to the last one read, over a kept connection, one at a time. */
record Lists(Desk desk, Fixture fixture) {
    record Times(double p50, double p99) {}

    private static final int WARM = 100;
    private static final int TIMES = 150;
    private static final double LIMIT = 20;
    private static final double GROWTH = 1.5;

    /** @param small what was measured with few tickets, to compare with */
    Map<String, Times> measure(int tickets, @Nullable Map<String, Times> small) throws IOException {
        var staff = fixture.staff();
        var all = new LinkedHashMap<String, Times>();
        all.putAll(of("requester", staff.requester(), "/my", "/my/"));
        all.putAll(of("engineer", staff.engineers().getFirst(), "/tickets", "/tickets/"));
        all.putAll(of("manager", staff.manager(), "/tickets", "/tickets/"));
        var size = size(tickets);
        all.forEach((what, times) -> {
            double p99 = times.p99();
            var name = "%s @%s".formatted(what, size);
            Table.row(
                    name,
                    "p99 %.1f ms, half within %.1f ms".formatted(p99, times.p50()),
                    "≤ %.0f ms".formatted(LIMIT),
                    p99 / LIMIT);
            if (small == null) return;
            double before = small.get(what).p99();
            Table.row(
                    name + " : @10k",
                    "p99 %.1f ms".formatted(p99),
                    "≤ %.1f × %.1f ms".formatted(GROWTH, before),
                    p99 / (GROWTH * before));
        });
        return all;
    }

    static String size(int tickets) {
        return tickets >= 1_000_000 ? tickets / 1_000_000 + "m" : tickets / 1_000 + "k";
    }

    private Map<String, Times> of(String role, SignedIn who, String queue, String ticket) throws IOException {
        var tickets = fixture.numbers(fixture.staff().requester().me()).stream()
                .map(n -> ticket + n)
                .toList();
        var all = new LinkedHashMap<String, Times>();
        try (var wire = new Wire(desk.port(), who.browser())) {
            all.put("queue, " + role, times(wire, List.of(queue), ""));
            all.put("ticket, " + role, times(wire, tickets, ""));
            all.put("search a common word, " + role, times(wire, List.of(search(Fixture.COMMON)), "卡纸"));
            all.put("search a rare word, " + role, times(wire, List.of(search(Fixture.RARE)), "卡纸"));
        }
        return all;
    }

    private static String search(String word) {
        return "/search?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private static Times times(Wire wire, List<String> paths, String shown) throws IOException {
        var times = new double[TIMES];
        for (int n = -WARM; n < TIMES; n++) {
            var path = paths.get(Math.floorMod(n, paths.size()));
            long began = System.nanoTime();
            var reply = wire.get(path);
            if (n >= 0) times[n] = (System.nanoTime() - began) / 1e6;
            if (!reply.must(200).text().contains(shown))
                throw new IllegalStateException(path + " does not show " + shown);
        }
        return new Times(Table.percentile(times, 50), Table.percentile(times, 99));
    }
}

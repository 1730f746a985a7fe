package dev.qiao.signal.map;

import dev.qiao.asset.Links;
import dev.qiao.signal.map.Health.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The map as it is drawn, in units of its SVG.
 *
 * @param layers what is listed where there is no room to draw, the uppermost first; what is linked with nothing is the last
 */
public record Drawing(int width, int height, List<Node> nodes, List<Edge> edges, List<List<Health>> layers) {
    private static final int WIDE = 160;
    private static final int HIGH = 48;
    private static final int GAP = 12;
    private static final int ROOM = 44;
    private static final int A_ROW = 6;
    private static final int WIDTH = A_ROW * WIDE + (A_ROW - 1) * GAP;
    private static final int LONGEST = 9;

    /** A service, from its upper left corner. */
    public record Node(Health health, int x, int y) {
        public int width() {
            return WIDE;
        }

        public int height() {
            return HIGH;
        }

        /** As much of its name as there is room for. */
        public String name() {
            return brief(health.service().name());
        }
    }

    /**
     * A link, from what rests to what carries.
     *
     * @param broken whether what carries is failing
     */
    public record Edge(String path, boolean broken) {}

    public static Drawing of(List<Health> all, Links links) {
        var byId = new HashMap<Long, Health>();
        all.forEach(health -> byId.put(health.service().id(), health));
        var layers = Layers.of(all.stream().map(health -> health.service().id()).toList(), links);
        var places = new HashMap<Long, Node>();
        var listed = new ArrayList<List<Health>>();
        int y = 0;
        for (var row : layers.rows()) y = row(row, y, ROOM, byId, places, listed);
        y = row(layers.alone(), y, GAP, byId, places, listed);
        var nodes = places.values().stream()
                .sorted((one, other) -> one.y() != other.y() ? one.y() - other.y() : one.x() - other.x())
                .toList();
        return new Drawing(WIDTH, Math.max(HIGH, y), nodes, edges(places, links), listed);
    }

    /** One layer, on as many lines as it needs; returns where the next one begins. */
    private static int row(
            List<Long> row,
            int from,
            int room,
            Map<Long, Health> byId,
            Map<Long, Node> places,
            List<List<Health>> listed) {
        if (row.isEmpty()) return from;
        listed.add(row.stream().map(byId::get).filter(Objects::nonNull).toList());
        int y = from;
        int lines = (row.size() + A_ROW - 1) / A_ROW;
        int each = (row.size() + lines - 1) / lines;
        for (int start = 0; start < row.size(); start += each) {
            var line = row.subList(start, Math.min(row.size(), start + each));
            int x = (WIDTH - line.size() * WIDE - (line.size() - 1) * GAP) / 2;
            for (long service : line) {
                places.put(service, new Node(Objects.requireNonNull(byId.get(service)), x, y));
                x += WIDE + GAP;
            }
            y += HIGH + GAP;
        }
        return y - GAP + room;
    }

    private static List<Edge> edges(Map<Long, Node> places, Links links) {
        var edges = new ArrayList<Edge>();
        places.forEach((service, from) -> {
            for (long other : links.restsOn(service)) {
                var to = places.get(other);
                if (to != null) edges.add(edge(from, to));
            }
        });
        return edges;
    }

    private static Edge edge(Node from, Node to) {
        double x1 = from.x() + WIDE / 2.0;
        double y1 = from.y() + HIGH;
        double x2 = to.x() + WIDE / 2.0;
        double y2 = to.y();
        double bend = (y2 - y1) / 2;
        var path = String.format(
                Locale.ROOT, "M%.0f %.0fC%.0f %.0f %.0f %.0f %.0f %.0f", x1, y1, x1, y1 + bend, x2, y2 - bend, x2, y2);
        return new Edge(path, to.health().state() == State.FAILING);
    }

    private static String brief(String name) {
        int room = 0;
        for (int n = 0; n < name.length(); n++) {
            room += name.charAt(n) < 0x2E80 ? 1 : 2;
            if (room > 2 * LONGEST - 2 && n + 1 < name.length()) return name.substring(0, n) + "…";
        }
        return name;
    }
}

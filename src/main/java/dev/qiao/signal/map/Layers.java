package dev.qiao.signal.map;

import dev.qiao.asset.Links;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Services in layers: each stands one above the highest of those on which it rests, so that every link leads down. Within a layer a service
 * stands near those with which it is linked. A pure function.
 *
 * @param rows the uppermost first; what is linked with nothing is in none of them
 * @param alone those that are linked with nothing
 */
record Layers(List<List<Long>> rows, List<Long> alone) {
    private static final int SWEEPS = 4;

    static Layers of(Collection<Long> services, Links links) {
        var known = new HashSet<>(services);
        var heights = new HashMap<Long, Integer>();
        for (long service : services) height(service, links, known, heights);
        var alone = services.stream()
                .filter(service -> beside(service, links, known).isEmpty())
                .sorted()
                .toList();
        var rows = new ArrayList<List<Long>>();
        int highest = heights.values().stream().max(Comparator.naturalOrder()).orElse(0);
        for (int height = highest; height >= 0; height--) {
            int here = height;
            var row = services.stream()
                    .filter(service -> heights.getOrDefault(service, 0) == here && !alone.contains(service))
                    .sorted()
                    .toList();
            if (!row.isEmpty()) rows.add(new ArrayList<>(row));
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) sweep(rows, links, known, sweep % 2 == 0);
        return new Layers(rows.stream().map(List::copyOf).toList(), alone);
    }

    private static int height(long service, Links links, Collection<Long> known, Map<Long, Integer> heights) {
        var before = heights.get(service);
        if (before != null) return before;
        int height = 0;
        for (long other : links.restsOn(service))
            if (known.contains(other)) height = Math.max(height, 1 + height(other, links, known, heights));
        heights.put(service, height);
        return height;
    }

    /** Down or up: each row in the order of the middle of its neighbours' places in the row before. */
    private static void sweep(List<List<Long>> rows, Links links, Collection<Long> known, boolean down) {
        for (int n = 1; n < rows.size(); n++) {
            var fixed = places(rows.get(down ? n - 1 : rows.size() - n));
            var row = rows.get(down ? n : rows.size() - 1 - n);
            var own = places(row);
            var middles = new HashMap<Long, Double>();
            for (long service : row)
                middles.put(
                        service,
                        beside(service, links, known).stream()
                                .filter(fixed::containsKey)
                                .mapToDouble(other -> fixed.getOrDefault(other, 0.0))
                                .average()
                                .orElse(own.getOrDefault(service, 0.0)));
            row.sort(Comparator.comparingDouble((Long service) -> middles.getOrDefault(service, 0.0))
                    .thenComparing(Comparator.naturalOrder()));
        }
    }

    /** From 0 to 1, so that rows of different lengths lie above each other. */
    private static Map<Long, Double> places(List<Long> row) {
        var places = new HashMap<Long, Double>();
        for (int n = 0; n < row.size(); n++) places.put(row.get(n), (n + 0.5) / row.size());
        return places;
    }

    private static List<Long> beside(long service, Links links, Collection<Long> known) {
        return links.beside(service).stream().filter(known::contains).toList();
    }
}

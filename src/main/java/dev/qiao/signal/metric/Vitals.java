package dev.qiao.signal.metric;

import dev.qiao.signal.metric.Recipe.Role;
import dev.qiao.signal.rule.Matchers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Works the vitals of machines out of their series, whoever sent those. It asks nobody's rights: its callers do. */
@Component
public class Vitals {
    private static final int MOST_SERIES = 5_000;
    private static final double WHOLE = 100;

    /** One machine, or one of its mount points. */
    private record Group(long source, String instance, String mountpoint) {
        String key(Vital vital) {
            var key = vital.code() + ":" + source + ":" + instance;
            return mountpoint.isEmpty() ? key : key + ":" + mountpoint;
        }

        SortedMap<String, String> labels() {
            var labels = new TreeMap<>(Map.of("instance", instance));
            if (!mountpoint.isEmpty()) labels.put("mountpoint", mountpoint);
            return labels;
        }
    }

    private record Piece(Series series, Set<Role> roles) {}

    private final Metrics metrics;

    Vitals(Metrics metrics) {
        this.metrics = metrics;
    }

    /** One for each machine, for disks for each of its mount points; at most so many. */
    public List<Course> courses(Vital vital, Matchers matchers, Instant from, Instant until, Duration step, int most) {
        var groups = groups(vital, matchers);
        var pieces = new ArrayList<Piece>();
        groups.values().stream().limit(most).forEach(pieces::addAll);
        var series = pieces.stream().map(piece -> piece.series().id()).toList();
        var read = metrics.range(series, from.minus(step), until, step);
        var bySeries = new HashMap<Long, List<Spot>>();
        read.forEach(spot ->
                bySeries.computeIfAbsent(spot.series(), _ -> new ArrayList<>()).add(spot));
        var courses = new ArrayList<Course>();
        groups.forEach((group, all) -> {
            if (courses.size() == most) return;
            var spots = spots(all, bySeries, step).stream()
                    .filter(spot -> !spot.at().isBefore(from))
                    .toList();
            courses.add(new Course(
                    group.key(vital), group.labels(), all.getFirst().series().service(), spots));
        });
        return courses;
    }

    /** How many there are. */
    int count(Vital vital, Matchers matchers) {
        return groups(vital, matchers).size();
    }

    private Map<Group, List<Piece>> groups(Vital vital, Matchers matchers) {
        var groups = new LinkedHashMap<Group, List<Piece>>();
        for (var recipe : Recipe.of(vital))
            for (var series : metrics.find(recipe.metric(), matchers, MOST_SERIES)) {
                var roles = recipe.roles().apply(series.labels());
                if (roles.isEmpty()) continue;
                var place = vital == Vital.DISK ? series.labels().getOrDefault("mountpoint", "/") : "";
                var group = new Group(series.source(), series.labels().getOrDefault("instance", ""), place);
                groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(new Piece(series, roles));
            }
        return groups;
    }

    private static List<Spot> spots(List<Piece> pieces, Map<Long, List<Spot>> read, Duration step) {
        var steps = new TreeMap<Instant, EnumMap<Role, List<Double>>>();
        for (var piece : pieces) {
            var spots = read.getOrDefault(piece.series().id(), List.of());
            var figures = Rates.counts(piece.series().metric()) ? Rates.of(spots, step) : spots;
            for (var spot : figures) {
                var sums = steps.computeIfAbsent(spot.at(), _ -> new EnumMap<>(Role.class));
                for (var role : piece.roles())
                    sums.computeIfAbsent(role, _ -> new ArrayList<>()).add(spot.value());
            }
        }
        long first = pieces.getFirst().series().id();
        var spots = new ArrayList<Spot>();
        steps.forEach((at, sums) -> {
            double value = value(sums);
            if (Double.isFinite(value)) spots.add(new Spot(first, at, value, value, value));
        });
        return spots;
    }

    /** Not a number where a part of it is missing. */
    private static double value(Map<Role, List<Double>> sums) {
        if (sums.containsKey(Role.FLOW)) return sum(sums, Role.FLOW);
        if (sums.containsKey(Role.IDLE)) return percent(1 - sum(sums, Role.IDLE) / count(sums));
        if (sums.containsKey(Role.FREE)) return percent(1 - sum(sums, Role.FREE) / sum(sums, Role.WHOLE));
        if (sums.containsKey(Role.USED)) return percent(sum(sums, Role.USED) / sum(sums, Role.WHOLE));
        return Double.NaN;
    }

    private static double percent(double part) {
        return Double.isFinite(part) ? Math.clamp(part * WHOLE, 0, WHOLE) : Double.NaN;
    }

    private static double sum(Map<Role, List<Double>> sums, Role role) {
        return sums.getOrDefault(role, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static int count(Map<Role, List<Double>> sums) {
        return sums.getOrDefault(Role.IDLE, List.of()).size();
    }
}

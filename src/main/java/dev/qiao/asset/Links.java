package dev.qiao.asset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which services rest on which. A pure function of the services; one that is retired carries nothing and rests on nothing. */
public final class Links {
    /** A service that is reached, and over how many links: 1 without any between. */
    public record Reached(long service, int depth) {}

    private final Map<Long, List<Long>> down;
    private final Map<Long, List<Long>> up;

    private Links(Map<Long, List<Long>> down, Map<Long, List<Long>> up) {
        this.down = down;
        this.up = up;
    }

    /** Of no services. */
    public static final Links NONE = new Links(Map.of(), Map.of());

    public static Links of(Collection<Service> services) {
        var active = new TreeSet<Long>();
        services.stream().filter(Service::active).map(Service::id).forEach(active::add);
        var down = new HashMap<Long, List<Long>>();
        services.stream()
                .filter(Service::active)
                .forEach(service -> down.put(
                        service.id(),
                        service.restsOn().stream().filter(active::contains).toList()));
        return of(down);
    }

    /** From what each rests on. */
    public static Links of(Map<Long, List<Long>> restsOn) {
        var up = new HashMap<Long, List<Long>>();
        restsOn.forEach((service, others) -> others.forEach(
                other -> up.computeIfAbsent(other, _ -> new ArrayList<>()).add(service)));
        up.values().forEach(Collections::sort);
        return new Links(Map.copyOf(restsOn), up);
    }

    /** Whether the other one says the same. */
    public boolean same(Links other) {
        return down.equals(other.down);
    }

    /** What it rests on without any between. */
    public List<Long> restsOn(long service) {
        return down.getOrDefault(service, List.of());
    }

    /** What rests on it without any between. */
    public List<Long> carries(long service) {
        return List.copyOf(up.getOrDefault(service, List.of()));
    }

    /** What it rests on, however far below; the nearest first. */
    public List<Reached> below(long service) {
        return reached(service, down);
    }

    /** What rests on it, however far above; the nearest first. */
    public List<Reached> above(long service) {
        return reached(service, up);
    }

    /** Whether one rests on the other without any between them. */
    public boolean linked(long one, long other) {
        return restsOn(one).contains(other) || restsOn(other).contains(one);
    }

    /** Those that are linked with it without any between, in the order of their numbers. */
    public List<Long> beside(long service) {
        var all = new TreeSet<>(restsOn(service));
        all.addAll(up.getOrDefault(service, List.of()));
        return List.copyOf(all);
    }

    private static List<Reached> reached(long from, Map<Long, List<Long>> onwards) {
        var depths = new LinkedHashMap<Long, Integer>();
        depths.put(from, 0);
        var ahead = new ArrayDeque<>(List.of(from));
        while (!ahead.isEmpty()) {
            long here = ahead.poll();
            int next = depths.getOrDefault(here, 0) + 1;
            for (long other : onwards.getOrDefault(here, List.of()))
                if (depths.putIfAbsent(other, next) == null) ahead.add(other);
        }
        depths.remove(from);
        return depths.entrySet().stream()
                .map(each -> new Reached(each.getKey(), each.getValue()))
                .toList();
    }

    /** How one comes from this service down to that, both ends included; also through what is retired. Empty when there is no way. */
    static List<Long> way(Collection<Service> services, long from, long to) {
        var down = new HashMap<Long, List<Long>>();
        services.forEach(service -> down.put(service.id(), service.restsOn()));
        var before = new HashMap<Long, Long>();
        before.put(from, from);
        var ahead = new ArrayDeque<>(List.of(from));
        while (!ahead.isEmpty() && !before.containsKey(to)) {
            long here = ahead.poll();
            for (long other : down.getOrDefault(here, List.of()))
                if (before.putIfAbsent(other, here) == null) ahead.add(other);
        }
        if (!before.containsKey(to)) return List.of();
        var way = new ArrayList<Long>();
        for (long here = to; here != from; here = before.getOrDefault(here, from)) way.add(here);
        way.add(from);
        Collections.reverse(way);
        return way;
    }
}

package dev.qiao.signal.metric;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How a vital is worked out of one metric: as node_exporter names it, which we do too, or as OpenTelemetry's host metrics do.
 *
 * @param roles what a series is in it; empty: it is left out
 */
record Recipe(Vital vital, String metric, Function<Map<String, String>, Set<Role>> roles) {
    /** What a series is for its machine. */
    enum Role {
        /** Seconds of each second in which a processor had nothing to do. */
        IDLE,
        FREE,
        USED,
        WHOLE,
        /** Bytes a second. */
        FLOW
    }

    /** Made of other disks, or no disks at all: they would be counted twice. */
    private static final Pattern NO_DISK = Pattern.compile("(?:dm-|md|loop|ram|zram|sr|fd|nbd).*");

    private static final Pattern NO_WIRE = Pattern.compile(
            "(?:lo\\d*|veth.*|docker.*|br-.*|virbr.*|cni.*|cali.*|flannel.*|tun\\d+|tap.*|vnet.*|ifb.*)");

    /** In memory, read only by their nature, or a view of another. */
    private static final Pattern NO_SPACE = Pattern.compile(
            "(?:tmpfs|devtmpfs|ramfs|overlay|squashfs|iso9660|erofs|autofs|nsfs|proc|sysfs|cgroup2?|fuse\\..*)");

    private static final List<Recipe> ALL = List.of(
            new Recipe(Vital.CPU, "node_cpu_seconds_total", labels -> when(is(labels, "mode", "idle"), Role.IDLE)),
            new Recipe(
                    Vital.CPU, "system_cpu_time_seconds_total", labels -> when(is(labels, "state", "idle"), Role.IDLE)),
            new Recipe(Vital.MEMORY, "node_memory_MemTotal_bytes", _ -> Set.of(Role.WHOLE)),
            new Recipe(Vital.MEMORY, "node_memory_MemAvailable_bytes", _ -> Set.of(Role.FREE)),
            new Recipe(Vital.MEMORY, "system_memory_usage_bytes", Recipe::part),
            new Recipe(Vital.DISK, "node_filesystem_size_bytes", labels -> when(space(labels), Role.WHOLE)),
            new Recipe(Vital.DISK, "node_filesystem_avail_bytes", labels -> when(space(labels), Role.FREE)),
            new Recipe(Vital.DISK, "system_filesystem_usage_bytes", labels -> space(labels) ? part(labels) : Set.of()),
            new Recipe(Vital.DISK_IO, "node_disk_read_bytes_total", labels -> when(disk(labels), Role.FLOW)),
            new Recipe(Vital.DISK_IO, "node_disk_written_bytes_total", labels -> when(disk(labels), Role.FLOW)),
            new Recipe(Vital.DISK_IO, "system_disk_io_bytes_total", labels -> when(disk(labels), Role.FLOW)),
            new Recipe(Vital.NETWORK, "node_network_receive_bytes_total", labels -> when(wire(labels), Role.FLOW)),
            new Recipe(Vital.NETWORK, "node_network_transmit_bytes_total", labels -> when(wire(labels), Role.FLOW)),
            new Recipe(Vital.NETWORK, "system_network_io_bytes_total", labels -> when(wire(labels), Role.FLOW)));

    static List<Recipe> of(Vital vital) {
        return ALL.stream().filter(recipe -> recipe.vital() == vital).toList();
    }

    private static Set<Role> when(boolean so, Role role) {
        return so ? Set.of(role) : Set.of();
    }

    /** One of the states into which the whole is divided. */
    private static Set<Role> part(Map<String, String> labels) {
        return is(labels, "state", "used") ? Set.of(Role.USED, Role.WHOLE) : Set.of(Role.WHOLE);
    }

    private static boolean is(Map<String, String> labels, String name, String value) {
        return labels.getOrDefault(name, "").equals(value);
    }

    private static boolean space(Map<String, String> labels) {
        var kind = labels.getOrDefault("fstype", labels.getOrDefault("type", ""));
        return !NO_SPACE.matcher(kind).matches();
    }

    private static boolean disk(Map<String, String> labels) {
        return !NO_DISK.matcher(labels.getOrDefault("device", "")).matches();
    }

    private static boolean wire(Map<String, String> labels) {
        return !NO_WIRE.matcher(labels.getOrDefault("device", "")).matches();
    }
}

package dev.qiao.signal.host;

import dev.qiao.signal.metric.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import oshi.SystemInfo;
import oshi.software.os.OSFileStore;

/** How much room the filesystems of this machine have. Those of other machines are not looked at. */
final class Space {
    private Space() {}

    static List<Sample> measure(String host, Instant now) {
        var samples = new ArrayList<Sample>();
        var seen = new HashSet<String>();
        var stores = new SystemInfo()
                .getOperatingSystem().getFileSystem().getFileStores(true).stream()
                        .sorted(Comparator.comparingInt(
                                store -> store.getMount().length()))
                        .toList();
        for (var store : stores) {
            // A filesystem that is mounted in several places is one.
            if (store.getTotalSpace() <= 0 || !seen.add(store.getVolume() + " " + store.getTotalSpace())) continue;
            samples.add(sample("node_filesystem_size_bytes", store, store.getTotalSpace(), host, now));
            samples.add(sample("node_filesystem_avail_bytes", store, store.getUsableSpace(), host, now));
        }
        return samples;
    }

    private static Sample sample(String metric, OSFileStore store, long bytes, String host, Instant now) {
        var labels = Map.of(
                "instance", host,
                "mountpoint", store.getMount(),
                "device", store.getVolume(),
                "fstype", store.getType());
        return new Sample(metric, new TreeMap<>(labels), now, bytes);
    }
}

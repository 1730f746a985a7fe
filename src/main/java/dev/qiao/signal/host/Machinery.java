package dev.qiao.signal.host;

import dev.qiao.signal.metric.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;

/** Processor, memory, disks and network of this machine, under the names of node_exporter. */
final class Machinery {
    private static final double MILLIS = 1_000;

    private final SystemInfo system = new SystemInfo();
    private final List<Sample> samples = new ArrayList<>();
    private final String host;
    private final Instant now;

    private Machinery(String host, Instant now) {
        this.host = host;
        this.now = now;
    }

    static List<Sample> measure(String host, Instant now) {
        var machinery = new Machinery(host, now);
        machinery.processor();
        machinery.memory();
        machinery.disks();
        machinery.network();
        return machinery.samples;
    }

    private void processor() {
        var processor = system.getHardware().getProcessor();
        var ticks = processor.getProcessorCpuLoadTicks();
        for (int cpu = 0; cpu < ticks.length; cpu++)
            for (var mode : TickType.values())
                say(
                        "node_cpu_seconds_total",
                        ticks[cpu][mode.getIndex()] / MILLIS,
                        "cpu",
                        String.valueOf(cpu),
                        "mode",
                        mode.name().toLowerCase(Locale.ROOT));
        load(processor);
    }

    /** Not every system knows one. */
    private void load(CentralProcessor processor) {
        double load = processor.getSystemLoadAverage(1)[0];
        if (load >= 0) say("node_load1", load);
    }

    private void memory() {
        var memory = system.getHardware().getMemory();
        say("node_memory_MemTotal_bytes", (double) memory.getTotal());
        say("node_memory_MemAvailable_bytes", (double) memory.getAvailable());
    }

    private void disks() {
        for (var disk : system.getHardware().getDiskStores()) {
            var device = disk.getName().replaceFirst("^/dev/", "");
            say("node_disk_read_bytes_total", (double) disk.getReadBytes(), "device", device);
            say("node_disk_written_bytes_total", (double) disk.getWriteBytes(), "device", device);
        }
    }

    private void network() {
        for (var wire : system.getHardware().getNetworkIFs(false)) {
            say("node_network_receive_bytes_total", (double) wire.getBytesRecv(), "device", wire.getName());
            say("node_network_transmit_bytes_total", (double) wire.getBytesSent(), "device", wire.getName());
        }
    }

    private void say(String metric, double value, String... labels) {
        var all = new TreeMap<String, String>();
        all.put("instance", host);
        for (int n = 0; n < labels.length; n += 2) all.put(labels[n], labels[n + 1]);
        samples.add(new Sample(metric, all, now, value));
    }
}

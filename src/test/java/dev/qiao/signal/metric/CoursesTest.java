package dev.qiao.signal.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.signal.Machine;
import dev.qiao.signal.rule.Matchers;
import dev.qiao.signal.source.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Figures are read as they went: counters as what they grew, vitals worked out of what any sender calls them. */
@QiaoTest
class CoursesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MINUTES = 20;

    @Autowired
    Machine machine;

    @Autowired
    Points points;

    @Autowired
    Courses courses;

    @Autowired
    TestClock clock;

    private final List<Sample> samples = new ArrayList<>();
    private final String host = Machine.unique("host");
    private long source;
    private Instant from;

    @BeforeEach
    void begin() {
        source = machine.connect(Sender.OTLP).source().id();
        from = Step.FIVE_MINUTES.of(clock.instant().minus(Duration.ofHours(1)));
    }

    @Test
    void aCounterIsReadByWhatItGrewAndNotWhereItBeganAnew() {
        var metric = Machine.unique("requests") + "_total";
        for (int n = 0; n < MINUTES; n++) sample(metric, Map.of(), n, n < 10 ? 1_000 + n * 120 : (n - 10) * 60);
        var course = one(metric);
        assertThat(course.spots()).hasSize(MINUTES - 2);
        assertThat(course.spots()).filteredOn(spot -> at(spot) < 10).allSatisfy(spot -> value(spot, 2));
        assertThat(course.spots()).filteredOn(spot -> at(spot) >= 10).allSatisfy(spot -> value(spot, 1));
    }

    @Test
    void aGaugeIsReadAsItIsAndKeepsItsKey() {
        var metric = Machine.unique("heat");
        for (int n = 0; n < MINUTES; n++) sample(metric, Map.of("room", "1"), n, 20 + n);
        var course = one(metric);
        assertThat(course.spots()).hasSize(MINUTES);
        assertThat(course.labels()).containsEntry("room", "1");
        assertThat(one(metric).key()).isEqualTo(course.key());
        assertThat(courses.names()).contains(metric);
        assertThat(courses.count(metric, Matchers.read(List.of("room=2")))).isZero();
    }

    @Test
    void aProcessorIsAsBusyAsItIsNotIdle() {
        for (int n = 0; n < MINUTES; n++)
            for (int cpu = 0; cpu < 2; cpu++) {
                sample("node_cpu_seconds_total", Map.of("cpu", "" + cpu, "mode", "idle"), n, n * (cpu == 0 ? 60 : 30));
                sample("node_cpu_seconds_total", Map.of("cpu", "" + cpu, "mode", "user"), n, n * (cpu == 0 ? 0 : 30));
            }
        var course = one("cpu");
        assertThat(course.spots()).hasSize(MINUTES - 1).allSatisfy(spot -> value(spot, 25));
        assertThat(course.key()).isEqualTo("cpu:" + source + ":" + host);
    }

    @Test
    void diskAndMemoryAreWhatIsNotFreeWhoeverSaysSo() {
        for (int n = 0; n < MINUTES; n++) {
            for (var mount : List.of("/", "/data"))
                for (var part : Map.of("size", 1_000, "avail", mount.equals("/") ? 250 : 900)
                        .entrySet())
                    sample(
                            "node_filesystem_" + part.getKey() + "_bytes",
                            Map.of("mountpoint", mount, "device", "/dev/x", "fstype", "ext4"),
                            n,
                            part.getValue());
            sample("node_filesystem_size_bytes", Map.of("mountpoint", "/run", "fstype", "tmpfs"), n, 5);
            sample("system_memory_usage_bytes", Map.of("state", "used"), n, 300);
            sample("system_memory_usage_bytes", Map.of("state", "free"), n, 700);
        }
        write();
        var disks = read("disk");
        assertThat(disks)
                .extracting(course -> course.labels().get("mountpoint"))
                .containsExactlyInAnyOrder("/", "/data");
        assertThat(disks)
                .allSatisfy(course -> assertThat(course.spots())
                        .hasSize(MINUTES)
                        .allSatisfy(spot -> value(spot, course.key().endsWith("/data") ? 10 : 75)));
        assertThat(read("memory"))
                .singleElement()
                .satisfies(course -> assertThat(course.spots()).allSatisfy(spot -> value(spot, 30)));
    }

    @Test
    void bytesOfRealDisksAndWiresAreAddedUp() {
        for (int n = 0; n < MINUTES; n++) {
            sample("node_disk_read_bytes_total", Map.of("device", "sda"), n, n * 600);
            sample("node_disk_written_bytes_total", Map.of("device", "sda"), n, n * 60);
            sample("node_disk_written_bytes_total", Map.of("device", "dm-0"), n, n * 60);
            sample("node_network_receive_bytes_total", Map.of("device", "eth0"), n, n * 6_000);
            sample("node_network_receive_bytes_total", Map.of("device", "lo"), n, n * 6_000);
        }
        write();
        assertThat(read("disk_io"))
                .singleElement()
                .satisfies(course ->
                        assertThat(course.spots()).hasSize(MINUTES - 1).allSatisfy(spot -> value(spot, 11)));
        assertThat(read("network"))
                .singleElement()
                .satisfies(course -> assertThat(course.spots()).allSatisfy(spot -> value(spot, 100)));
    }

    private void sample(String metric, Map<String, String> labels, int minute, double value) {
        var all = new TreeMap<>(labels);
        all.put("instance", host);
        samples.add(new Sample(metric, all, from.plus(MINUTE.multipliedBy(minute)), value));
    }

    private void write() {
        points.record(source, samples, clock.instant());
    }

    private Course one(String code) {
        write();
        return read(code).getFirst();
    }

    private List<Course> read(String code) {
        return courses.of(
                code,
                Matchers.read(List.of("instance=" + host)),
                from,
                from.plus(MINUTE.multipliedBy(MINUTES)),
                MINUTE,
                20);
    }

    private long at(Spot spot) {
        return Duration.between(from, spot.at()).toMinutes();
    }

    private static void value(Spot spot, double expected) {
        assertThat(spot.value()).isEqualTo(expected, within(1e-6));
    }
}

package dev.qiao.signal.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.signal.Machine;
import dev.qiao.signal.rule.Matchers;
import dev.qiao.signal.source.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A series of which nothing is kept any more is forgotten, in whichever resolution the last of it was. */
@QiaoTest
class SeriesSweepTest {
    @Autowired
    Machine machine;

    @Autowired
    Points points;

    @Autowired
    Metrics metrics;

    @Autowired
    SeriesSql sql;

    @Autowired
    Db db;

    @Autowired
    TestClock clock;

    @Test
    void onlyWhatHasNoPointInAnyResolutionIsForgotten() {
        var metric = Machine.unique("gone").replace('-', '_');
        var source = machine.connect(Sender.OTLP).source().id();
        for (var instance : List.of("raw", "five", "hour", "dead"))
            points.record(
                    source,
                    List.of(new Sample(metric, new TreeMap<>(Map.of("instance", instance)), clock.instant(), 1)),
                    clock.instant());
        var at = clock.instant();
        for (var series : metrics.find(metric, Matchers.read(List.of("instance!=raw")), 9)) {
            db.sql("delete from signal.point where series_id = :id")
                    .bind("id", series.id())
                    .update();
            var kept = series.labels().getOrDefault("instance", "");
            if (kept.equals("dead")) continue;
            db.sql("insert into signal.point_%s (series_id, at, points, sum, least, most) values (:id, :at, 1, 1, 1, 1)"
                            .formatted(kept.equals("five") ? "5m" : "1h"))
                    .bind("id", series.id())
                    .bind("at", at)
                    .update();
        }
        sweep(at.plus(Duration.ofDays(1)));
        assertThat(instances(metric)).as("it may have begun just now").contains("dead");
        sweep(at.plus(Duration.ofDays(8)));
        assertThat(instances(metric)).containsExactlyInAnyOrder("raw", "five", "hour");
        points.record(
                source,
                List.of(new Sample(metric, new TreeMap<>(Map.of("instance", "dead")), clock.instant(), 1)),
                clock.instant());
        assertThat(instances(metric)).contains("dead");
    }

    private void sweep(Instant now) {
        var sweep = new SeriesSweep(sql);
        int most = 0;
        for (int n = sweep.work(now); n > 0; n = sweep.work(now)) most = Math.max(most, n);
        assertThat(most).isLessThanOrEqualTo(500);
    }

    private List<String> instances(String metric) {
        return metrics.find(metric, Matchers.read(List.of()), 9).stream()
                .map(series -> series.labels().getOrDefault("instance", ""))
                .toList();
    }
}

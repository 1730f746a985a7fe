package dev.qiao.signal.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.signal.Machine;
import dev.qiao.signal.metric.Refusal.Reason;
import dev.qiao.signal.rule.Matchers;
import dev.qiao.signal.source.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Points are kept once each, rolled up exactly, and read the same by each way. */
@QiaoTest
class PointsTest {
    @Autowired
    Machine machine;

    @Autowired
    Points points;

    @Autowired
    Metrics metrics;

    @Autowired
    PointSql sql;

    @Autowired
    Db db;

    @Autowired
    TestClock clock;

    @Test
    void whatIsRolledUpIsWhatIsComputedFromThePointsHoweverLateTheyCome() {
        long source = source();
        var metric = Machine.unique("exact");
        var now = clock.instant();
        var from = Step.HOUR.of(now.minus(Duration.ofHours(5)));
        var until = from.plus(Duration.ofHours(4));
        var random = new Random(11);
        var all = new ArrayList<Sample>();
        for (int n = 0; n < 600; n++)
            all.add(sample(
                    metric,
                    Map.of("instance", "h" + random.nextInt(2)),
                    from.plusSeconds(random.nextInt(4 * 3_600)),
                    Math.round(random.nextGaussian() * 1_000)));
        var once = new HashMap<String, Sample>();
        all.forEach(one -> once.putIfAbsent(one.labels() + "@" + one.at(), one));
        var sent = new ArrayList<>(once.values());
        sent.addAll(sent.subList(0, 50));
        Collections.shuffle(sent.subList(50, sent.size()), random);
        for (int n = 0; n < sent.size(); n += 90) {
            points.record(source, sent.subList(n, Math.min(n + 90, sent.size())), now);
            same(metric, once.values().stream().toList(), sent.subList(0, Math.min(n + 90, sent.size())), from, until);
            if (n % 180 == 0) roll(now);
        }
        roll(now);
        same(metric, once.values().stream().toList(), sent, from, until);
        long left = db.sql("select count(*) as n from signal.point_due where source_id = :source")
                .bind("source", source)
                .one(row -> row.number("n"));
        assertThat(left).isZero();
    }

    @Test
    void aPointThatComesAgainIsHarmless() {
        long source = source();
        var metric = Machine.unique("twice");
        var now = clock.instant();
        var one = sample(metric, Map.of(), now.minusSeconds(60), 3);
        points.record(source, List.of(one, one), now);
        points.record(source, List.of(one), now);
        assertThat(read(metric, now.minusSeconds(600), now, 1))
                .singleElement()
                .satisfies(spot -> assertThat(spot.value()).isEqualTo(3));
    }

    @Test
    void whatCannotBeTakenIsCountedAndTheRestIsKept() {
        long source = source();
        var metric = Machine.unique("odd");
        var now = clock.instant();
        var labels = new TreeMap<String, String>();
        IntStream.range(0, 10_000).forEach(n -> labels.put("l" + n, "v"));
        points.record(
                source,
                List.of(
                        sample(metric, Map.of(), now, 1),
                        sample(metric, Map.of(), now.plus(Duration.ofDays(1)), 1),
                        sample(metric, Map.of(), now.minus(Duration.ofDays(8)), 1),
                        sample(metric, Map.of(), Instant.MAX, 1),
                        sample(metric, Map.of(), now, Double.NaN),
                        sample(metric, Map.of("a", "b\0c"), now, 1),
                        sample("", Map.of(), now, 1),
                        sample(metric, labels, now, 1)),
                now);
        var refused = new HashMap<Reason, Long>();
        points.refused(source).forEach(one -> refused.put(one.reason(), one.samples()));
        assertThat(refused)
                .containsExactlyInAnyOrderEntriesOf(Map.of(Reason.TIME, 3L, Reason.VALUE, 1L, Reason.SHAPE, 3L));
        assertThat(metrics.find(metric, Matchers.read(List.of()), 10)).hasSize(1);
    }

    @Test
    void aSourceHasSoManySeriesAndNoMore() {
        long source = source();
        var metric = Machine.unique("many");
        var now = clock.instant();
        points.record(
                source,
                IntStream.range(0, Points.MOST_SERIES + 7)
                        .mapToObj(n -> sample(metric, Map.of("n", "" + n), now, n))
                        .toList(),
                now);
        assertThat(points.refused(source)).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(Reason.SERIES);
            assertThat(one.samples()).isEqualTo(7);
        });
        assertThat(metrics.find(metric, Matchers.read(List.of("n=~1999.")), 100))
                .hasSize(10);
    }

    @Test
    void daysAreMadeAheadAndNothingThatIsYoungIsDropped() {
        sql.prepare(clock.instant());
        var now = db.sql("select now() as now").one(row -> row.instant("now"));
        sql.prepare(now);
        sql.forget(
                now.plus(Duration.ofDays(9_999)), now.plus(Duration.ofDays(9_999)), now.plus(Duration.ofDays(9_999)));
        assertThat(days("point")).contains(day(now), day(now.plus(Duration.ofDays(3))));
        var old = now.minus(Duration.ofDays(400));
        sql.prepare(old);
        assertThat(days("point")).contains(day(old));
        sql.forget(now.minus(RollUp.RAW), now.minus(RollUp.FIVES), now.minus(RollUp.HOURS));
        assertThat(days("point")).contains(day(now)).doesNotContain(day(old));
        var month = day(old).substring(0, 7);
        assertThat(days("point_5m")).contains(day(now).substring(0, 7)).doesNotContain(month);
        assertThat(days("point_1h")).contains(month);
    }

    private void roll(Instant now) {
        var worker = new RollUp(db, sql);
        while (worker.work(now) > 0) continue;
    }

    private void same(String metric, List<Sample> all, List<Sample> sent, Instant from, Instant until) {
        var heard = new HashSet<>(sent);
        for (var step :
                List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofHours(1)))
            for (var series : metrics.find(metric, Matchers.read(List.of()), 10)) {
                var expected = new TreeMap<Instant, DoubleSummaryStatistics>();
                for (var one : all)
                    if (heard.contains(one) && one.labels().equals(series.labels()))
                        expected.computeIfAbsent(floor(one.at(), step), _ -> new DoubleSummaryStatistics())
                                .accept(one.value());
                var spots = metrics.range(List.of(series.id()), from, until, step);
                assertThat(spots).extracting(Spot::at).containsExactlyElementsOf(expected.keySet());
                for (var spot : spots) {
                    var wanted = expected.get(spot.at());
                    assertThat(spot.value()).isEqualTo(wanted.getAverage(), within(1e-9));
                    assertThat(spot.least()).isEqualTo(wanted.getMin());
                    assertThat(spot.most()).isEqualTo(wanted.getMax());
                }
            }
    }

    private static Instant floor(Instant at, Duration step) {
        return Instant.ofEpochSecond(at.getEpochSecond() / step.toSeconds() * step.toSeconds());
    }

    private List<Spot> read(String metric, Instant from, Instant until, int step) {
        var series = metrics.find(metric, Matchers.read(List.of()), 100);
        return metrics.range(series.stream().map(Series::id).toList(), from, until, Duration.ofSeconds(step));
    }

    private List<String> days(String table) {
        return db.sql("""
                select replace(substr(c.relname, length(:table) + 2), '_', '-') as day from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname = 'signal' and c.relkind = 'r' and c.relname ~ ('^' || :table || '_\\d')
                """).bind("table", table).list(row -> row.text("day"));
    }

    private static String day(Instant at) {
        return at.toString().substring(0, 10);
    }

    private long source() {
        return machine.connect(Sender.OTLP).source().id();
    }

    private static Sample sample(String metric, Map<String, String> labels, Instant at, double value) {
        return new Sample(metric, new TreeMap<>(labels), at, value);
    }
}

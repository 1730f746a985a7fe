package dev.qiao.signal.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.signal.Machine;
import dev.qiao.signal.Quarantine;
import dev.qiao.signal.metric.Refusal.Reason;
import dev.qiao.signal.rule.Matchers;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.metrics.v1.Summary;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint.ValueAtQuantile;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** OpenTelemetry's metrics come in by both encodings and are kept under the names that Prometheus would give them. */
@QiaoTest
class OtlpMetricsTest {
    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";

    @Autowired
    Machine machine;

    @Autowired
    Metrics metrics;

    @Autowired
    Points points;

    @Autowired
    Quarantine quarantine;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    private final String name = Machine.unique("otel").replace('-', '_');
    private Source.Issued source;

    @BeforeEach
    void begin() {
        source = machine.connect(Sender.OTLP);
    }

    @Test
    void everyShapeIsReadInProtobuf() throws IOException {
        var answer = send(
                PROTOBUF,
                request(
                                metric("heat", "Cel")
                                        .setGauge(Gauge.newBuilder().addDataPoints(number(21.5))),
                                metric("load", "1").setGauge(Gauge.newBuilder().addDataPoints(number(0.5))),
                                metric("bytes.sent", "By").setSum(sum(true, number(7))),
                                metric("queue", "{jobs}").setSum(sum(false, number(3))),
                                metric("took", "s")
                                        .setHistogram(Histogram.newBuilder()
                                                .setAggregationTemporality(
                                                        AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE)
                                                .addDataPoints(HistogramDataPoint.newBuilder()
                                                        .setTimeUnixNano(nanos())
                                                        .setCount(6)
                                                        .setSum(9.5)
                                                        .addAllExplicitBounds(List.of(0.5, 2.0))
                                                        .addAllBucketCounts(List.of(1L, 2L, 3L)))),
                                metric("wait", "s")
                                        .setSummary(Summary.newBuilder()
                                                .addDataPoints(SummaryDataPoint.newBuilder()
                                                        .setTimeUnixNano(nanos())
                                                        .setCount(4)
                                                        .setSum(8)
                                                        .addQuantileValues(ValueAtQuantile.newBuilder()
                                                                .setQuantile(0.99)
                                                                .setValue(3)))))
                        .toByteArray());
        assertThat(ExportMetricsServiceResponse.parseFrom(answer).hasPartialSuccess())
                .isFalse();
        assertThat(only("heat_celsius").labels())
                .containsEntry("job", "checkout")
                .containsEntry("instance", "web1")
                .containsEntry("room", "7");
        value("heat_celsius", "", 21.5);
        value("load_ratio", "", 0.5);
        value("bytes_sent_total", "", 7);
        value("queue", "", 3);
        value("took_seconds_count", "", 6);
        value("took_seconds_sum", "", 9.5);
        value("took_seconds_bucket", "le=0.5", 1);
        value("took_seconds_bucket", "le=2", 3);
        value("took_seconds_bucket", "le=+Inf", 6);
        value("wait_seconds", "quantile=0.99", 3);
        value("wait_seconds_count", "", 4);
    }

    @Test
    void jsonSaysTheSame() throws IOException {
        var body = """
                {"resourceMetrics": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "checkout"}}]},
                  "scopeMetrics": [{"metrics": [
                    {"name": "%1$s.calls", "unknown": 1, "sum": {"aggregationTemporality": 2, "isMonotonic": true,
                      "dataPoints": [{"asInt": "12", "timeUnixNano": "%2$d", "attributes": [{"key": "ok", "value": {"boolValue": true}}]}]}},
                    {"name": "%1$s.took", "unit": "ms", "histogram": {"aggregationTemporality": "AGGREGATION_TEMPORALITY_CUMULATIVE",
                      "dataPoints": [{"count": "3", "sum": 4.5, "timeUnixNano": "%2$d", "bucketCounts": ["1", 2], "explicitBounds": [10]}]}}
                  ]}]}]}
                """.formatted(name, nanos());
        var answer = send(JSON, body.getBytes(StandardCharsets.UTF_8));
        assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("{}");
        value("calls_total", "ok=true", 12);
        value("took_milliseconds_bucket", "le=+Inf", 3);
        assertThat(only("calls_total").labels()).containsEntry("instance", "checkout");
    }

    @Test
    void whatIsNotTakenIsToldAndCountedAndTheRestIsKept() throws IOException {
        var late = number(1).toBuilder()
                .setTimeUnixNano(nanos() - Duration.ofDays(30).toNanos());
        var answer = ExportMetricsServiceResponse.parseFrom(send(
                PROTOBUF,
                request(
                                metric("added", "").setSum(delta(number(5), number(6))),
                                metric("late", "").setGauge(Gauge.newBuilder().addDataPoints(late)),
                                metric("none", "").setGauge(Gauge.newBuilder().addDataPoints(number(Double.NaN))),
                                metric("good", "").setGauge(Gauge.newBuilder().addDataPoints(number(1))))
                        .toByteArray()));
        assertThat(answer.getPartialSuccess().getRejectedDataPoints()).isEqualTo(4);
        assertThat(answer.getPartialSuccess().getErrorMessage()).contains("deltatocumulative");
        value("good", "", 1);
        assertThat(points.refused(source.source().id()).stream()
                        .collect(Collectors.toMap(Refusal::reason, Refusal::samples)))
                .containsEntry(Reason.DELTA, 2L)
                .containsEntry(Reason.TIME, 1L)
                .containsEntry(Reason.VALUE, 1L);
    }

    @Test
    void whatCannotBeReadIsKeptAsideAndItsSenderToldSo() {
        for (var bad :
                List.of("{", "[]", "{\"resourceMetrics\": 7}", "{\"resourceMetrics\": [{\"scopeMetrics\": [8]}]}"))
            http.send("POST", address(), JSON, bad.getBytes(StandardCharsets.UTF_8))
                    .expect(400);
        http.send("POST", address(), PROTOBUF, new byte[] {1, 2, 3}).expect(400);
        http.send("POST", address(), "text/plain", new byte[0]).expect(415);
        http.send("POST", "/in/nobody/v1/metrics", JSON, new byte[0]).expect(401);
        workers.crank(clock.instant());
        assertThat(quarantine.aside(source.source().id(), 10, Me.QIAO)).hasSize(5);
    }

    private byte[] send(String type, byte[] body) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(body);
        }
        var answer = http.with("Content-Encoding", "gzip")
                .send("POST", address(), type, packed.toByteArray())
                .expect(200);
        workers.crank(clock.instant());
        return answer.response().body();
    }

    private String address() {
        return "/in/" + source.key() + "/v1/metrics";
    }

    private Series only(String metric) {
        return metrics.find(name + "_" + metric, Matchers.read(List.of()), 2).getFirst();
    }

    private void value(String metric, String matcher, double expected) {
        var found = metrics.find(name + "_" + metric, Matchers.read(List.of(matcher)), 2);
        assertThat(found).as(metric).hasSize(1);
        var now = clock.instant();
        assertThat(metrics.range(
                        List.of(found.getFirst().id()),
                        now.minusSeconds(300),
                        now.plusSeconds(60),
                        Duration.ofSeconds(1)))
                .singleElement()
                .satisfies(spot -> assertThat(spot.value()).isEqualTo(expected));
    }

    private long nanos() {
        return clock.instant().getEpochSecond() * 1_000_000_000L;
    }

    private Metric.Builder metric(String metric, String unit) {
        return Metric.newBuilder().setName(name + "." + metric).setUnit(unit);
    }

    private NumberDataPoint number(double value) {
        return NumberDataPoint.newBuilder()
                .setTimeUnixNano(nanos())
                .setAsDouble(value)
                .addAttributes(attribute("room", "7"))
                .build();
    }

    private static Sum.Builder sum(boolean grows, NumberDataPoint... all) {
        return Sum.newBuilder()
                .setIsMonotonic(grows)
                .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE)
                .addAllDataPoints(Arrays.asList(all));
    }

    private static Sum.Builder delta(NumberDataPoint... all) {
        return sum(true, all).setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA);
    }

    private static ExportMetricsServiceRequest request(Metric.Builder... all) {
        var scope = ScopeMetrics.newBuilder();
        Arrays.stream(all).forEach(scope::addMetrics);
        return ExportMetricsServiceRequest.newBuilder()
                .addResourceMetrics(ResourceMetrics.newBuilder()
                        .setResource(Resource.newBuilder()
                                .addAttributes(attribute("service.name", "checkout"))
                                .addAttributes(attribute("host.name", "web1")))
                        .addScopeMetrics(scope))
                .build();
    }

    private static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }
}

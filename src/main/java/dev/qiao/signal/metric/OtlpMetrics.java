package dev.qiao.signal.metric;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.qiao.base.Refused;
import dev.qiao.signal.Measured;
import dev.qiao.signal.Payload;
import dev.qiao.signal.metric.Refusal.Reason;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.resource.v1.Resource;
import java.time.Instant;
import java.util.List;

/** Metrics by OTLP: gauges, sums, histograms and summaries, as Prometheus would write them. */
public final class OtlpMetrics {
    /** Where they come in. */
    public static final String ACT = "metrics";

    private OtlpMetrics() {}

    /** What a request says. Errors: malformed. */
    public static Measured read(byte[] body, boolean binary, Instant now) {
        var taking = new Taking(now);
        for (var resource : request(body, binary).getResourceMetricsList()) {
            var points = new OtlpPoints(taking, labels(resource.getResource()));
            for (var scope : resource.getScopeMetricsList())
                for (var metric : scope.getMetricsList()) take(metric, points);
        }
        return taking.taken();
    }

    private static ExportMetricsServiceRequest request(byte[] body, boolean binary) {
        try {
            if (binary) return ExportMetricsServiceRequest.parseFrom(body);
            var request = ExportMetricsServiceRequest.newBuilder();
            ProtoJson.fill(request, Payload.of(body).node());
            return request.build();
        } catch (InvalidProtocolBufferException _) {
            throw Refused.malformed(null, "signal.not_protobuf");
        }
    }

    /** Who measured it, in the two labels by which Prometheus knows that. */
    private static OtlpLabels labels(Resource resource) {
        var attributes = OtlpLabels.of(resource.getAttributesList());
        var labels = OtlpLabels.of(List.of());
        labels.put("job", attributes.first("service_name"));
        labels.put("instance", attributes.first("service_instance_id", "host_name", "k8s_pod_name", "service_name"));
        labels.put("host_name", attributes.first("host_name"));
        return labels;
    }

    private static void take(Metric metric, OtlpPoints points) {
        switch (metric.getDataCase()) {
            case GAUGE -> numbers(OtlpNames.gauge(metric), metric.getGauge().getDataPointsList(), points);
            case SUM -> {
                var sum = metric.getSum();
                if (delta(sum.getAggregationTemporality())) points.refuse(sum.getDataPointsCount(), Reason.DELTA);
                else
                    numbers(
                            sum.getIsMonotonic() ? OtlpNames.counter(metric) : OtlpNames.plain(metric),
                            sum.getDataPointsList(),
                            points);
            }
            case HISTOGRAM -> {
                var all = metric.getHistogram();
                if (delta(all.getAggregationTemporality())) points.refuse(all.getDataPointsCount(), Reason.DELTA);
                else all.getDataPointsList().forEach(one -> points.histogram(OtlpNames.plain(metric), one));
            }
            case EXPONENTIAL_HISTOGRAM -> {
                var all = metric.getExponentialHistogram();
                if (delta(all.getAggregationTemporality())) points.refuse(all.getDataPointsCount(), Reason.DELTA);
                else all.getDataPointsList().forEach(one -> points.exponential(OtlpNames.plain(metric), one));
            }
            case SUMMARY ->
                metric.getSummary().getDataPointsList().forEach(one -> points.summary(OtlpNames.plain(metric), one));
            case DATA_NOT_SET -> points.refuse(1, Reason.SHAPE);
        }
    }

    private static void numbers(String name, List<NumberDataPoint> all, OtlpPoints points) {
        all.forEach(one -> points.number(name, one));
    }

    /** What only says what was added since the last time; who misses one of them never knows the sum again. */
    private static boolean delta(AggregationTemporality temporality) {
        return temporality == AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
    }
}

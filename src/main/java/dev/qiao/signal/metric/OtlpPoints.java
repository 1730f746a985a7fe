package dev.qiao.signal.metric;

import dev.qiao.signal.metric.Refusal.Reason;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Points of one resource, as samples. */
record OtlpPoints(Taking taking, OtlpLabels resource) {
    private static final long NANOS = 1_000_000_000L;
    /** A point that says only that there is nothing. */
    private static final int NOTHING = 1;

    void refuse(int points, Reason reason) {
        for (int n = 0; n < points; n++) taking.refuse(reason);
    }

    void number(String name, NumberDataPoint point) {
        if (nothing(point.getFlags())) return;
        double value = switch (point.getValueCase()) {
            case AS_DOUBLE -> point.getAsDouble();
            case AS_INT -> point.getAsInt();
            case VALUE_NOT_SET -> Double.NaN;
        };
        var at = at(point.getTimeUnixNano());
        taking.take(List.of(new Sample(name, resource.with(point.getAttributesList()), at, value)));
    }

    void histogram(String name, HistogramDataPoint point) {
        if (nothing(point.getFlags())) return;
        int buckets = point.getBucketCountsCount();
        if (buckets > 0 && buckets != point.getExplicitBoundsCount() + 1) {
            taking.refuse(Reason.SHAPE);
            return;
        }
        var at = at(point.getTimeUnixNano());
        var figure =
                sums(name, point.getAttributesList(), at, (double) point.getCount(), point.getSum(), point.hasSum());
        long below = 0;
        for (int n = 0; n < buckets; n++) {
            below += point.getBucketCounts(n);
            var bound = n < point.getExplicitBoundsCount() ? written(point.getExplicitBounds(n)) : "+Inf";
            figure.add(labelled(name + "_bucket", point.getAttributesList(), "le", bound, at, (double) below));
        }
        taking.take(figure);
    }

    /** Only how many and their sum. */
    void exponential(String name, ExponentialHistogramDataPoint point) {
        if (nothing(point.getFlags())) return;
        taking.take(sums(
                name,
                point.getAttributesList(),
                at(point.getTimeUnixNano()),
                (double) point.getCount(),
                point.getSum(),
                point.hasSum()));
    }

    void summary(String name, SummaryDataPoint point) {
        if (nothing(point.getFlags())) return;
        var at = at(point.getTimeUnixNano());
        var figure = sums(name, point.getAttributesList(), at, (double) point.getCount(), point.getSum(), true);
        for (var one : point.getQuantileValuesList())
            if (Double.isFinite(one.getValue()))
                figure.add(labelled(
                        name, point.getAttributesList(), "quantile", written(one.getQuantile()), at, one.getValue()));
        taking.take(figure);
    }

    private List<Sample> sums(
            String name, List<KeyValue> attributes, Instant at, double count, double sum, boolean summed) {
        var labels = resource.with(attributes);
        var figure = new ArrayList<Sample>();
        figure.add(new Sample(name + "_count", labels, at, count));
        if (summed) figure.add(new Sample(name + "_sum", labels, at, sum));
        return figure;
    }

    private Sample labelled(
            String name, List<KeyValue> attributes, String label, String value, Instant at, double figure) {
        var labels = new TreeMap<>(resource.with(attributes));
        labels.put(label, value);
        return new Sample(name, labels, at, figure);
    }

    private static boolean nothing(int flags) {
        return (flags & NOTHING) != 0;
    }

    /** What does not say when is of now. */
    private Instant at(long nanos) {
        return nanos == 0
                ? taking.now()
                : Instant.ofEpochSecond(Long.divideUnsigned(nanos, NANOS), Long.remainderUnsigned(nanos, NANOS));
    }

    private static String written(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < NANOS ? String.valueOf((long) bound) : "" + bound;
    }
}

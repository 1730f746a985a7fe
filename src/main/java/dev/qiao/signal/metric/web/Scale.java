package dev.qiao.signal.metric.web;

import dev.qiao.signal.metric.Chart;
import dev.qiao.signal.metric.Spot;
import dev.qiao.signal.metric.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.DoubleStream;

/** From moments and values to places on the picture. */
record Scale(Instant from, Instant until, double least, double most) {
    static final int WIDTH = 1_000;
    static final int HEIGHT = 240;
    private static final double WHOLE = 100;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    static Scale of(Chart chart, Unit unit) {
        var values = DoubleStream.concat(
                        chart.courses().stream()
                                .flatMap(one -> one.spots().stream())
                                .mapToDouble(Spot::value),
                        chart.thresholds().stream().mapToDouble(Thresholds.Line::value))
                .summaryStatistics();
        double most = unit == Unit.PERCENT ? Math.max(WHOLE, values.getMax()) : values.getMax();
        double least = Math.min(0, values.getMin());
        return new Scale(chart.from(), chart.until(), -round(-least), Math.max(round(most), least == 0 ? 1e-9 : 0));
    }

    /** The next round number above. */
    private static double round(double value) {
        if (!(value > 0) || Double.isInfinite(value)) return 0;
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double each : ROUND) if (each * power >= value * (1 - 1e-9)) return each * power;
        return ROUND[ROUND.length - 1] * power;
    }

    double x(Instant at) {
        double whole = Duration.between(from, until).toMillis();
        return Math.clamp(Duration.between(from, at).toMillis() / whole * WIDTH, 0, WIDTH);
    }

    double y(double value) {
        return HEIGHT - Math.clamp((value - least) / (most - least), 0, 1) * HEIGHT;
    }

    /** The value at so many parts of the height, counted from below. */
    double at(double part) {
        return least + (most - least) * part;
    }
}

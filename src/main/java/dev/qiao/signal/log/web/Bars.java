package dev.qiao.signal.log.web;

import dev.qiao.base.web.Page;
import dev.qiao.signal.log.Patterns;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Lines of each hour as bars, in units of an SVG that is {@code width} wide and {@code height} high.
 *
 * @param aloud what they say, for who does not see them
 */
public record Bars(int width, int height, List<Bar> bars, String aloud, long most) {
    /** One hour. */
    public record Bar(String x, String y, String width, String height) {}

    private static final double GAP = 0.2;

    static Bars of(long[] hours, int width, int height, Page page) {
        long most = Arrays.stream(hours).max().orElse(0);
        double step = (double) width / hours.length;
        var bars = new ArrayList<Bar>();
        for (int n = 0; n < hours.length; n++) {
            if (hours[n] == 0) continue;
            double high = Math.max(1, (double) height * hours[n] / most);
            bars.add(new Bar(written(n * step), written(height - high), written(step * (1 - GAP)), written(high)));
        }
        return new Bars(width, height, bars, aloud(hours, most, page), most);
    }

    private static String aloud(long[] hours, long most, Page page) {
        if (most == 0) return page.t("signal.bars_none", hours.length);
        int peak = 0;
        while (hours[peak] != most) peak++;
        var at = Patterns.first(hours.length, page.now()).plus(peak, ChronoUnit.HOURS);
        return page.t("signal.bars", hours.length, page.number(most), page.at(at));
    }

    private static String written(double units) {
        return String.format(Locale.ROOT, "%.1f", units);
    }
}

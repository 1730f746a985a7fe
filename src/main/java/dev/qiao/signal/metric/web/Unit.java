package dev.qiao.signal.metric.web;

import dev.qiao.base.web.Page;
import dev.qiao.signal.metric.Courses;
import dev.qiao.signal.metric.Vital;
import java.math.BigDecimal;
import java.math.MathContext;

/** In what a figure is counted, as far as its name says. */
enum Unit {
    PERCENT,
    BYTES,
    BYTES_A_SECOND,
    A_SECOND,
    SECONDS,
    PLAIN;

    private static final MathContext DIGITS = new MathContext(3);
    private static final long KILO = 1_000;
    private static final String[] THOUSANDS = {"", "k", "M", "G", "T", "P"};

    static Unit of(String code) {
        var vital = Vital.of(code);
        if (vital.isPresent()) return vital.get().percent() ? PERCENT : BYTES_A_SECOND;
        boolean bytes = code.contains("bytes");
        if (Courses.counts(code)) return bytes ? BYTES_A_SECOND : A_SECOND;
        if (code.endsWith("_seconds")) return SECONDS;
        return bytes ? BYTES : PLAIN;
    }

    String words(double value, Page page) {
        return switch (this) {
            case PERCENT -> digits(value) + "%";
            case BYTES -> bytes(value, page);
            case BYTES_A_SECOND -> page.t("signal.chart.a_second", bytes(value, page));
            case A_SECOND -> page.t("signal.chart.a_second", brief(value));
            case SECONDS -> Math.abs(value) < 1 && value != 0 ? digits(value * KILO) + " ms" : brief(value) + " s";
            case PLAIN -> brief(value);
        };
    }

    private static String bytes(double value, Page page) {
        return (value < 0 ? "-" : "") + page.size(Math.round(Math.abs(value)));
    }

    private static String brief(double value) {
        int thousands = 0;
        double rest = value;
        while (Math.abs(rest) >= KILO && thousands < THOUSANDS.length - 1) {
            rest /= KILO;
            thousands++;
        }
        return digits(rest) + THOUSANDS[thousands];
    }

    private static String digits(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}

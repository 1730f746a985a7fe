package dev.qiao.signal.metric;

import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.Map;

/** Names of OpenTelemetry as Prometheus writes them: with their unit, and counters with {@code _total}. */
final class OtlpNames {
    private static final String TOTAL = "_total";
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("d", "days"),
            Map.entry("h", "hours"),
            Map.entry("min", "minutes"),
            Map.entry("s", "seconds"),
            Map.entry("ms", "milliseconds"),
            Map.entry("us", "microseconds"),
            Map.entry("ns", "nanoseconds"),
            Map.entry("By", "bytes"),
            Map.entry("KiBy", "kibibytes"),
            Map.entry("MiBy", "mebibytes"),
            Map.entry("GiBy", "gibibytes"),
            Map.entry("By/s", "bytes_per_second"),
            Map.entry("%", "percent"),
            Map.entry("V", "volts"),
            Map.entry("A", "amperes"),
            Map.entry("J", "joules"),
            Map.entry("W", "watts"),
            Map.entry("Cel", "celsius"),
            Map.entry("Hz", "hertz"));

    private OtlpNames() {}

    static String plain(Metric metric) {
        var name = label(metric.getName());
        var unit = UNITS.get(metric.getUnit());
        if (name.isEmpty() || unit == null || (name + "_").contains("_" + unit + "_")) return name;
        return name + "_" + unit;
    }

    static String gauge(Metric metric) {
        var name = plain(metric);
        return metric.getUnit().equals("1") && !name.isEmpty() && !name.endsWith("_ratio") ? name + "_ratio" : name;
    }

    static String counter(Metric metric) {
        var name = plain(metric);
        return name.isEmpty() || name.endsWith(TOTAL) ? name : name + TOTAL;
    }

    /** What is neither letter nor digit becomes an underscore; a name does not begin with a digit. */
    static String label(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9_]", "_");
        return !plain.isEmpty() && Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
    }
}

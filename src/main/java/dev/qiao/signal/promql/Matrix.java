package dev.qiao.signal.promql;

import dev.qiao.base.Json;
import dev.qiao.base.Refused;
import dev.qiao.base.reach.Answer;
import dev.qiao.signal.promql.Line.Point;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what a server answers to a query over a range. */
final class Matrix {
    private static final int MOST_POINTS = 1_100;
    private static final int LONGEST_WORDS = 300;

    private Matrix() {}

    /** Errors: invalid, with the server's own words; too much; what is no such answer counts as unanswered. */
    static List<Line> read(Answer answer, Function<String, @Nullable Long> service) {
        if (answer.cut()) throw Refused.invalid("query", "signal.promql_large");
        var said = parsed(answer);
        // An error of the query is told with 400 or 422 and its reason; every other status is trouble of the server.
        if (answer.status() == 400 || answer.status() == 422)
            throw Refused.invalid(
                    "query", "signal.promql_error", cut(said.path("error").asString("?")));
        if (!answer.good()) throw new Unanswered("signal.scrape.status", answer.status());
        if (!"success".equals(said.path("status").asString(""))) throw new Unanswered("signal.promql_strange");
        var data = said.path("data");
        if (!"matrix".equals(data.path("resultType").asString("")))
            throw Refused.invalid("query", "signal.promql_no_matrix");
        var result = data.path("result");
        if (result.size() > Promql.MOST) throw Refused.invalid("query", "signal.promql_series", Promql.MOST);
        var lines = new ArrayList<Line>();
        for (var series : result) lines.add(line(series, service));
        return lines;
    }

    private static JsonNode parsed(Answer answer) {
        try {
            return new Json(answer.text()).node();
        } catch (JacksonException _) {
            if (!answer.good()) throw new Unanswered("signal.scrape.status", answer.status());
            throw new Unanswered("signal.promql_strange");
        }
    }

    private static Line line(JsonNode series, Function<String, @Nullable Long> service) {
        var labels = new TreeMap<String, String>();
        for (var label : series.path("metric").properties())
            if (!label.getKey().equals("__name__"))
                labels.put(label.getKey(), cut(label.getValue().asString("")));
        var points = new ArrayList<Point>();
        for (var value : series.path("values")) {
            if (points.size() >= MOST_POINTS) throw Refused.invalid("query", "signal.promql_large");
            double number = number(value.path(1).asString(""));
            if (Double.isFinite(number)) points.add(new Point(moment(value.path(0)), number));
        }
        var code = labels.get("service");
        return new Line(
                key(series.path("metric").toString()), labels, code == null ? null : service.apply(code), points);
    }

    private static Instant moment(JsonNode seconds) {
        if (!seconds.isNumber()) throw new Unanswered("signal.promql_strange");
        return Instant.ofEpochMilli(Math.round(seconds.asDouble() * 1_000));
    }

    private static double number(String text) {
        try {
            return switch (text) {
                case "NaN", "+Inf", "-Inf", "Inf" -> Double.NaN;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException _) {
            throw new Unanswered("signal.promql_strange");
        }
    }

    private static String key(String labels) {
        return "promql:" + UUID.nameUUIDFromBytes(labels.getBytes(StandardCharsets.UTF_8));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_WORDS ? text : text.substring(0, LONGEST_WORDS);
    }
}

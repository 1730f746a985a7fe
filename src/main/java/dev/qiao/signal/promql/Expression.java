package dev.qiao.signal.promql;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is asked of which server, as one word that stands where otherwise the name of a metric does: {@code promql:3:up == 0}.
 *
 * @param query in PromQL
 */
public record Expression(long server, String query) {
    private static final Pattern CODE = Pattern.compile("promql:(\\d{1,18}):(.+)", Pattern.DOTALL);

    /** Empty: it is the name of a metric. */
    public static Optional<Expression> of(String code) {
        var read = CODE.matcher(code);
        return read.matches()
                ? Optional.of(new Expression(
                        Long.parseLong(read.group(1)), read.group(2).strip()))
                : Optional.empty();
    }

    public String code() {
        return "promql:" + server + ":" + query;
    }
}

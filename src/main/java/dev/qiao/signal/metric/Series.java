package dev.qiao.signal.metric;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A metric with its labels, as one source measures it.
 *
 * @param service which its labels name by its code, else that of its source; null where neither does
 */
public record Series(
        long id,
        long source,
        String metric,
        Map<String, String> labels,
        @Nullable Long service) {}

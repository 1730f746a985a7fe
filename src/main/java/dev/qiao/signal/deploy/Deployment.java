package dev.qiao.signal.deploy;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something was changed or deployed, as a machine tells: nothing is wrong with that, but it may be why something is.
 *
 * @param url where more is to be seen; empty: nowhere
 */
public record Deployment(
        long id,
        long source,
        Instant at,
        String title,
        String url,
        Map<String, String> labels,
        @Nullable Long service) {}

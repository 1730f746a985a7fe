package dev.qiao.signal.metric;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a figure went.
 *
 * @param key the same for the same figure at any time
 * @param service what it is about; null: nothing in particular
 * @param spots in the order of time; a step without points is missing
 */
public record Course(
        String key, Map<String, String> labels, @Nullable Long service, List<Spot> spots) {}

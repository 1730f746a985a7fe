package dev.qiao.ticket.web.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bar of views.
 *
 * @param source where it is asked for alone; empty: nowhere
 * @param again after how many milliseconds the figures are worth asking for again
 */
public record ViewBar(String source, List<Tab> tabs, int again) {
    /**
     * One of the views.
     *
     * @param count null where nobody counts, or nobody has yet
     * @param own saved under a name
     */
    public record Tab(
            String id, String label, String path, @Nullable String count, boolean current, boolean own) {}
}

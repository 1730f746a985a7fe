package dev.qiao.signal.metric;

import dev.qiao.base.Me;
import java.util.List;

/** Where a figure is judged: drawn on its chart by whoever judges it. */
public interface Thresholds {
    /**
     * One of them.
     *
     * @param name what is judged, in the words of whoever made it
     * @param link where it is described
     */
    record Line(String name, String link, double value) {}

    /**
     * Those of a figure, as far as this person may know them.
     *
     * @param code of a {@link Vital}, or the name of a metric; its values as {@link Courses} gives them
     */
    List<Line> of(String code, Me me);
}

/**
 * Figures over time, as machines measure them.
 *
 * <pre>
 * {@link dev.qiao.signal.metric.Points}   takes samples in
 * {@link dev.qiao.signal.metric.Courses}  says how figures went: of a metric, or of a vital (processor, memory, disk, network)
 * {@link dev.qiao.signal.metric.Metrics}  finds series and reads them, from the raw points or from what they were rolled up to
 * </pre>
 */
@NullMarked
package dev.qiao.signal.metric;

import org.jspecify.annotations.NullMarked;

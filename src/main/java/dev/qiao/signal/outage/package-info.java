/**
 * 可用率: when services did not work, and how much of a month that was.
 *
 * <pre>
 * {@link dev.qiao.signal.outage.OutageReader}  follows incidents: from the first signal until it was restored
 * {@link dev.qiao.signal.outage.Outages}       the door: lists, corrections, availability
 * {@link dev.qiao.signal.outage.Availability}  the figure, a pure function
 * </pre>
 */
@NullMarked
package dev.qiao.signal.outage;

import org.jspecify.annotations.NullMarked;

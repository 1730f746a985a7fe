/**
 * 预警规则: figures that are watched, so that somebody knows before users notice.
 *
 * <pre>
 * {@link dev.qiao.signal.watch.Sign}         what is a sign of trouble to come: a threshold, a trend, an unusual hour; pure functions
 * {@link dev.qiao.signal.watch.Watches}      the door to the rules
 * {@link dev.qiao.signal.watch.WatchWorker}  judges them, and tells what it finds as alerts of the desk's own
 * </pre>
 */
@NullMarked
package dev.qiao.signal.watch;

import org.jspecify.annotations.NullMarked;

/**
 * 保留: how long what is over is kept.
 *
 * <pre>
 * {@link dev.qiao.signal.keep.AlertSweep}       alerts, once nobody works on their ticket
 * {@link dev.qiao.signal.keep.DeploymentSweep}  deployments
 * </pre>
 */
@NullMarked
package dev.qiao.signal.keep;

import org.jspecify.annotations.NullMarked;

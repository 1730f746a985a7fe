/**
 * 提前预警: whether machines warned before something was wrong.
 *
 * <pre>
 * {@link dev.qiao.signal.early.EarlyReader}  finds the warning before each incident, and links the two
 * </pre>
 */
@NullMarked
package dev.qiao.signal.early;

import org.jspecify.annotations.NullMarked;

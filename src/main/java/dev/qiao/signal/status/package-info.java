/**
 * 状态页: what whoever knows the address may see of how services are, without signing in.
 *
 * <pre>
 * {@link dev.qiao.signal.status.StatusPages}  the door: which services of an organization are shown, and where
 * {@link dev.qiao.signal.status.Board}        what is shown: names, states and times, and nothing that anybody wrote about a fault
 * {@link dev.qiao.signal.status.Boards}       all of them, read together once in fifteen seconds at most
 * </pre>
 */
@NullMarked
@NamedInterface("status")
package dev.qiao.signal.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

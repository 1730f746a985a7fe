/**
 * 探测: what the desk looks at itself, again and again: a page, a port, a certificate, a name, a host.
 *
 * <pre>
 * {@link dev.qiao.signal.probe.Probes}      the door to them
 * {@link dev.qiao.signal.probe.Eye}         looks once
 * {@link dev.qiao.signal.probe.Standing}    what follows from what was seen; a pure function
 * {@link dev.qiao.signal.probe.Round}       writes that down, and tells it as alerts of the desk's own
 * </pre>
 */
@NullMarked
@NamedInterface("probe")
package dev.qiao.signal.probe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

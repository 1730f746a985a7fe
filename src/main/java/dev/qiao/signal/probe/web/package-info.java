/** Pages of probes. */
@NullMarked
package dev.qiao.signal.probe.web;

import org.jspecify.annotations.NullMarked;

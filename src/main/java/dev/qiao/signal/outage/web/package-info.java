/** Pages of outages and availability. */
@NullMarked
package dev.qiao.signal.outage.web;

import org.jspecify.annotations.NullMarked;

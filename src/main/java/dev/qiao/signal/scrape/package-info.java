/** Asks exporters of Prometheus what they measure. */
@NullMarked
package dev.qiao.signal.scrape;

import org.jspecify.annotations.NullMarked;

/** Alerts and sources over the API. */
@NullMarked
package dev.qiao.signal.api;

import org.jspecify.annotations.NullMarked;

/** Servers that speak PromQL, and keep figures that need not come here: they are asked when somebody looks, or a rule does. */
@NullMarked
package dev.qiao.signal.promql;

import org.jspecify.annotations.NullMarked;

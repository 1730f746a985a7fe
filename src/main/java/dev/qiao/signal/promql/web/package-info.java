/** Pages and API of servers that are asked by PromQL. */
@NullMarked
package dev.qiao.signal.promql.web;

import org.jspecify.annotations.NullMarked;

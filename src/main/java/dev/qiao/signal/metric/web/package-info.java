/** Where people see figures over time. */
@NullMarked
package dev.qiao.signal.metric.web;

import org.jspecify.annotations.NullMarked;

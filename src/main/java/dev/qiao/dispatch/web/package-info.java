/** Pages of rules and times, and the panel that says why. */
@NullMarked
package dev.qiao.dispatch.web;

import org.jspecify.annotations.NullMarked;

/** Pages of handing over a shift. */
@NullMarked
package dev.qiao.ticket.shift.web;

import org.jspecify.annotations.NullMarked;

/** Tickets for machines: JSON through the same doors as the pages. */
@NullMarked
package dev.qiao.ticket.web.api;

import org.jspecify.annotations.NullMarked;

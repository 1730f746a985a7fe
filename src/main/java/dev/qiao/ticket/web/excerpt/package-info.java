/** How much of a long conversation one page shows, and the way to the rest. */
@NullMarked
package dev.qiao.ticket.web.excerpt;

import org.jspecify.annotations.NullMarked;

/** Words that cross other words. */
@NullMarked
package dev.qiao.ticket.web.crossing;

import org.jspecify.annotations.NullMarked;

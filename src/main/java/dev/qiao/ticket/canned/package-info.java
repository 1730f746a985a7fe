/** Words that are said again and again, with places for what differs. */
@NullMarked
package dev.qiao.ticket.canned;

import org.jspecify.annotations.NullMarked;

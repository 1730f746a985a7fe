/** How much time was spent on a ticket. */
@NullMarked
package dev.qiao.ticket.effort;

import org.jspecify.annotations.NullMarked;

/** When a ticket comes back to somebody's mind. */
@NullMarked
package dev.qiao.ticket.followup;

import org.jspecify.annotations.NullMarked;

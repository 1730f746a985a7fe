/** What is to be done on a ticket, point by point. */
@NullMarked
package dev.qiao.ticket.checklist;

import org.jspecify.annotations.NullMarked;

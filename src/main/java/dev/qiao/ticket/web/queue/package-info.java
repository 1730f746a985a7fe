/** Lists of tickets and search. */
@NullMarked
package dev.qiao.ticket.web.queue;

import org.jspecify.annotations.NullMarked;

/** Words of one ticket that become another ticket, and come back. */
@NullMarked
package dev.qiao.ticket.split;

import org.jspecify.annotations.NullMarked;
